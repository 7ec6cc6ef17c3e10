import type { INodeProperties } from 'n8n-workflow';
import { SCENARIO_CHOICES } from '../OtcDrs/resources/common/choices';
import { STATUSES } from '../OtcDrs/resources/common/statuses';
import { EVENT_CHOICES } from './events';

/** The fields of the trigger. */
export const TRIGGER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: EVENT_CHOICES,
		default: ['statusChanged'],
		description: 'What starts the workflow',
	},
	{
		displayName: 'Delay Threshold (Seconds)',
		name: 'delayThreshold',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'From which delay of the replication on the event "Delay Exceeded" happens',
		displayOptions: { show: { events: ['delayExceeded'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Engine',
				name: 'engineType',
				type: 'string',
				default: '',
				placeholder: 'e.g. mysql',
				description:
					'Value of engine_type. Without it the trigger looks at every engine that the reference names.',
			},
			{
				displayName: 'Name or ID',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. shop',
				description: 'Only tasks whose name contains this text, or the task with this ID',
			},
			{
				displayName: 'Scenario',
				name: 'dbUseType',
				type: 'options',
				options: SCENARIO_CHOICES,
				default: 'migration',
				description: 'Only tasks of this scenario',
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				options: STATUSES.map((status) => ({ name: status, value: status })).sort((a, b) =>
					a.name < b.name ? -1 : 1,
				),
				default: [],
				description: 'Only events of tasks that are in one of these statuses now',
			},
		],
	},
];
