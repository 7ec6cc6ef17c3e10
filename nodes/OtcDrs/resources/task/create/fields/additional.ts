import type { INodeProperties } from 'n8n-workflow';
import { ADDITIONAL_REQUEST_FIELDS } from '../../../../fields/additionalFields';
import { byDisplayName, locator } from '../../../../../shared/n8n/fields';
import type { Scenario } from '../../../../../shared/drs/scenarios';
import { DESCRIPTION_FIELD } from '../../../../fields/taskSettings';
import { tagsField } from '../../../../fields/tags';

const OUTSIDE_RECOVERY: INodeProperties[] = [
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
			'Whether the target is read-only while the task runs. Only applies to MySQL targets in Open Telekom Cloud. Defaults to on.',
	},
];

const COMMON: INodeProperties[] = [
	ADDITIONAL_REQUEST_FIELDS,
	DESCRIPTION_FIELD,
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
	tagsField('Up to 20 tags'),
];

/** @returns the collection of fields that most tasks do not need. */
export function additionalFields(scenario: Scenario): INodeProperties {
	const options = [...COMMON, ...(scenario.dbUseType === 'cloudDataGuard' ? [] : OUTSIDE_RECOVERY)];
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: options.sort(byDisplayName),
	};
}
