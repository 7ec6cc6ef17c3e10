import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { SCENARIO_CHOICES } from '../shared/fields/selectOptions';
import { NAME_FILTER } from '../shared/fields/task';
import { byName } from '../shared/n8n/fields';
import { STATUSES } from '../shared/drs/statuses';
import { SCENARIOS } from '../shared/drs/scenarios';
import { EVENT_CHOICES } from './events';

const ENGINE_CHOICES: INodePropertyOptions[] = [
	...new Map(
		SCENARIOS.flatMap(({ engines }) => engines).map(({ value, label }) => [
			value,
			{ name: `${label} (${value})`, value },
		]),
	).values(),
].sort(byName);

/** What narrows down which tasks are looked at. */
export const FILTERS: INodeProperties[] = [
	{
		displayName: 'Engines',
		name: 'engines',
		type: 'multiOptions',
		options: ENGINE_CHOICES,
		default: [],
		description: 'Only tasks with these engines',
	},
	NAME_FILTER,
	{
		displayName: 'Scenarios',
		name: 'scenarios',
		type: 'multiOptions',
		options: SCENARIO_CHOICES,
		default: [],
		description: 'Only tasks of these scenarios',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: STATUSES.map((status) => ({ name: status, value: status })).sort(byName),
		default: [],
		description: 'Only events of tasks that have one of these statuses now',
	},
];

/** The fields of the trigger. */
export const TRIGGER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: EVENT_CHOICES,
		default: ['statusChanged'],
	},
	{
		displayName: 'Delay Threshold (Seconds)',
		name: 'delayThreshold',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'Trigger "Delay Exceeded" when the replication lag exceeds this',
		displayOptions: { show: { events: ['delayExceeded'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: FILTERS,
	},
];
