import type { INodeProperties } from 'n8n-workflow';
import { taskNameField } from '../../../../fields/taskSettings';
import { locator, UUID_PATTERN } from '../../../../../shared/n8n/fields';
import type { Engine } from '../../../../../shared/drs/scenarios';

function engineFields(engines: readonly Engine[]): INodeProperties[] {
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

/** The databases that an engine says; the choice of an instance is cleared when they change. */
const TYPE_FIELDS = ['engineType', 'targetDatabase.dbType'];

/**
 * The label of an instance, which its expression does not have: so that only somebody who picks another one from the list
 * clears the subnet.
 */
const INSTANCE_LABELS = [
	'targetInstance.cachedResultName',
	'sourceDatabase.instId.cachedResultName',
];

/**
 * @param collection the collection that holds the direction. n8n drops a field on loading that is shown for a value in a
 * collection; hiding it for one is possible.
 */
const targetInstance = (collection: string): INodeProperties =>
	locator({
		displayName: 'Target DB Instance',
		name: 'targetInstance',
		required: true,
		searchListMethod: 'searchTargetInstances',
		dependsOn: TYPE_FIELDS,
		exampleId: 'e05a3679efe241d8b5dee80b17c1a863in01',
		description:
			'The DB instance (RDS, DDS or GaussDB) that receives the data. For another direction, add "Direction" below.',
		displayOptions: { hide: { [`/${collection}.jobDirection`]: ['down', 'non-dbs'] } },
	});

const SUBNET = {
	displayName: 'Replication Subnet',
	name: 'subnet',
	searchListMethod: 'searchSubnets',
	dependsOn: INSTANCE_LABELS,
	exampleId: '352ad828-3467-4f03-987a-c55a5a9dd417',
	idPattern: UUID_PATTERN,
	ifEmpty: 'Same subnet as the DB instance',
	description:
		'Subnet for the replication instance, in the same VPC as the DB instance. Leave empty to use the subnet of the DB instance. By ID: the network ID.',
};

/**
 * @param engines the engines that are offered
 * @param collection the collection with the fields that most tasks do not need
 * @returns the fields of a task that are always visible, most important first
 */
export const generalFields = (
	engines: readonly Engine[],
	collection: 'additionalFields' | 'options',
): INodeProperties[] => [
	taskNameField(
		'4 to 50 letters, digits, hyphens and underscores. Unique in the project, not case-sensitive.',
		true,
	),
	...engineFields(engines),
	targetInstance(collection),
	locator(SUBNET),
];
