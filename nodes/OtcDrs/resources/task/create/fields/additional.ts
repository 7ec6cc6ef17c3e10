import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { ADDITIONAL_REQUEST_FIELDS } from '../../../../fields/additionalFields';
import { locator } from '../../../../../shared/n8n/fields';
import type { Scenario } from '../../../../../shared/drs/scenarios';
import { DIRECTIONS, NETWORK_TYPES } from '../../../../../shared/fields/selectOptions';
import { DESCRIPTION_FIELD, TASK_MODE_FIELD } from '../../../../fields/taskSettings';
import { tagsField } from '../../../../fields/tags';

const DIRECTION: INodeProperties = {
	displayName: 'Direction',
	name: 'jobDirection',
	type: 'options',
	options: DIRECTIONS,
	default: 'up',
	description: 'Side of the task that is a managed DB instance in Open Telekom Cloud',
};

const networkFields = (networkTypes: INodePropertyOptions[]): INodeProperties[] => [
	{
		displayName: 'Network Type',
		name: 'netType',
		type: 'options',
		options: networkTypes,
		default: 'eip',
		description: 'How the replication instance reaches the other database',
	},
	{
		displayName: 'Bind EIP',
		name: 'bindEip',
		type: 'boolean',
		default: true,
		description:
			'Whether to bind an elastic IP to the replication instance. Required for public networks, where it is the default.',
		displayOptions: { hide: { netType: ['vpc', 'vpn'] } },
	},
];

const REGION: INodeProperties = {
	displayName: 'Region',
	name: 'region',
	type: 'string',
	default: '',
	placeholder: 'e.g. eu-de',
	description: "Region of the DB instance. Leave empty to use the credential's region.",
	displayOptions: { hide: { jobDirection: ['non-dbs'] } },
};

const MULTI_WRITE: INodeProperties = {
	displayName: 'Dual-Active',
	name: 'multiWrite',
	type: 'boolean',
	default: false,
	description: 'Whether both sides accept writes (dual-active)',
};

const TARGET_READ_ONLY: INodeProperties = {
	displayName: 'Target Is Read-Only',
	name: 'isTargetReadonly',
	type: 'boolean',
	default: true,
	description:
		'Whether the target is read-only while the task runs. Only applies to MySQL targets in Open Telekom Cloud. Defaults to on. For disaster recovery it must be on if this cloud is the standby side.',
};

const COMMON: INodeProperties[] = [
	TASK_MODE_FIELD,
	MULTI_WRITE,
	TARGET_READ_ONLY,
	DESCRIPTION_FIELD,
	tagsField('Up to 20 tags'),
	locator({
		displayName: 'Enterprise Project',
		name: 'enterpriseProject',
		searchListMethod: 'searchEnterpriseProjects',
		exampleId: '0',
		description: 'Enterprise project of the task. Leave empty to use the default project.',
	}),
	{
		displayName: 'Node Type',
		name: 'nodeType',
		type: 'string',
		default: 'high',
		description: 'Flavor of the replication instance. The API offers "high".',
	},
	{
		displayName: 'Number of Nodes',
		name: 'nodeNum',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 32 },
		default: 1,
		description: 'For a MongoDB cluster, the number of source shards, from 1 to 32',
	},
	locator({
		displayName: 'Primary Zone',
		name: 'masterAz',
		searchListMethod: 'searchZones',
		exampleId: 'eu-de-01',
		description: 'Availability zone of the primary task. Only used if Standby Zone is set too.',
	}),
	locator({
		displayName: 'Standby Zone',
		name: 'slaveAz',
		searchListMethod: 'searchZones',
		exampleId: 'eu-de-02',
		description: 'Availability zone of the standby task. Only used if Primary Zone is set too.',
	}),
	{
		displayName: 'Auto-Stop Failed Task After (Days)',
		name: 'expiredDays',
		type: 'number',
		typeOptions: { minValue: 14, maxValue: 100 },
		default: 14,
		description: 'Days after which the service stops a task that stays failed, from 14 to 100',
	},
	ADDITIONAL_REQUEST_FIELDS,
];

/** @returns the fields that most tasks do not need, in the order of use. */
export function moreFields(netTypes: Scenario['netTypes']): INodeProperties[] {
	const networkTypes = NETWORK_TYPES.filter(({ value }) => netTypes.some((one) => one === value));
	return [DIRECTION, ...networkFields(networkTypes), REGION, ...COMMON];
}

/** @returns the collection of these fields. */
export const additionalFields = ({ netTypes }: Scenario): INodeProperties => ({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: moreFields(netTypes),
});
