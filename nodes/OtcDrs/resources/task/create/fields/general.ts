import type { INodeProperties } from 'n8n-workflow';
import { DIRECTIONS, NETWORK_TYPES } from '../../../../../shared/fields/selectOptions';
import { TASK_MODE_FIELD, taskNameField } from '../../../../fields/taskSettings';
import { locator, UUID_PATTERN } from '../../../../../shared/n8n/fields';
import type { Scenario } from '../../../../../shared/drs/scenarios';

const SINGLE_TASK_FORMAT = { '/options.requestFormat': ['single'] };

function engineFields({ engines }: Scenario): INodeProperties[] {
	const usualEngine = engines[0].value;
	return [
		{
			displayName: 'Engine',
			name: 'engineType',
			type: 'options',
			options: [
				...engines.map(({ label, value }) => ({ name: label, value })),
				{
					name: 'Other',
					value: 'other',
					description: 'Enter the API name of another engine',
				},
			],
			default: usualEngine,
			description: 'Source and target database engine',
		},
		{
			displayName: 'Engine Name',
			name: 'otherEngineType',
			type: 'string',
			default: '',
			placeholder: 'e.g. oracle-to-gaussdbv5',
			description:
				'Value of engine_type. The service may refuse an engine that its reference does not list. Set the database types under "Source Database" and "Target Database".',
			displayOptions: { show: { engineType: ['other'] } },
		},
	];
}

const DIRECTION: INodeProperties = {
	displayName: 'Direction',
	name: 'jobDirection',
	type: 'options',
	options: DIRECTIONS,
	default: 'up',
	description: 'Side of the task that is a managed DB instance in Open Telekom Cloud',
};

const INSTANCES: INodeProperties[] = [
	locator({
		displayName: 'Target DB Instance',
		name: 'targetInstance',
		searchListMethod: 'searchTargetInstances',
		exampleId: 'e05a3679efe241d8b5dee80b17c1a863in01',
		description: 'The DB instance (RDS, DDS or GaussDB) that receives the data',
		displayOptions: { show: { jobDirection: ['up'] } },
	}),
	locator({
		displayName: 'Source DB Instance',
		name: 'sourceInstance',
		searchListMethod: 'searchSourceInstances',
		exampleId: 'e05a3679efe241d8b5dee80b17c1a863in01',
		description: 'The DB instance (RDS, DDS or GaussDB) that the data comes from',
		displayOptions: { show: { jobDirection: ['down'] } },
	}),
	{
		displayName: 'Region',
		name: 'region',
		type: 'string',
		default: '',
		placeholder: 'e.g. eu-de',
		description: 'Region of the DB instance',
		hint: "Leave empty to use the credential's region",
		displayOptions: { show: { jobDirection: ['up', 'down'] } },
	},
];

function networkFields({ netTypes }: Scenario): INodeProperties[] {
	const subnet = {
		displayName: 'Replication Subnet',
		name: 'subnet',
		searchListMethod: 'searchSubnets',
		exampleId: '352ad828-3467-4f03-987a-c55a5a9dd417',
		idPattern: UUID_PATTERN,
		description:
			'Subnet for the replication instance, in the same VPC as the DB instance. By ID: the network ID.',
	};
	return [
		{
			displayName: 'Network Type',
			name: 'netType',
			type: 'options',
			options: NETWORK_TYPES.filter(({ value }) => netTypes.some((netType) => netType === value)),
			default: 'eip',
			description: 'How the replication instance reaches the other database',
		},
		{
			displayName: 'Bind EIP',
			name: 'bindEip',
			type: 'boolean',
			default: true,
			description:
				'Whether to bind an elastic IP to the replication instance. Required for public networks.',
			displayOptions: { show: { netType: ['eip'] } },
		},
		locator({ ...subnet, required: true, displayOptions: { hide: SINGLE_TASK_FORMAT } }),
		locator({ ...subnet, displayOptions: { show: SINGLE_TASK_FORMAT } }),
	];
}

const RECOVERY: INodeProperties[] = [
	{
		displayName: 'Dual-Active',
		name: 'multiWrite',
		type: 'boolean',
		default: false,
		description: 'Whether both sides accept writes (dual-active)',
	},
	{
		displayName: 'Target Is Read-Only',
		name: 'isTargetReadonly',
		type: 'boolean',
		default: true,
		description:
			'Whether the target is read-only while the task runs. Must be on if this cloud is the standby side.',
		displayOptions: { show: { jobDirection: ['up'] } },
	},
];

/** @returns the fields of a task that are always visible, most important first. */
export function generalFields(scenario: Scenario): INodeProperties[] {
	return [
		taskNameField(
			'4 to 50 letters, digits, hyphens and underscores. Unique in the project, not case-sensitive.',
			true,
		),
		...engineFields(scenario),
		DIRECTION,
		...INSTANCES,
		...networkFields(scenario),
		TASK_MODE_FIELD,
		...(scenario.dbUseType === 'cloudDataGuard' ? RECOVERY : []),
	];
}
