import type { INodeProperties } from 'n8n-workflow';
import { certificateFields } from '../../../../credentials/certificateFields';
import { byDisplayName, locator, UUID_PATTERN } from '../../../shared/n8n/fields';
import { OPEN_DATABASE_TYPES } from '../../../shared/fields/selectOptions';

/** The two sides of a task. */
export type Side = 'source' | 'target';

const MONGODB_ONLY = { show: { '/engineType': ['mongodb', 'other'] } };

const TLS_FIELDS: INodeProperties[] = [
	{
		displayName: 'SSL',
		name: 'sslLink',
		type: 'boolean',
		default: true,
		description: 'Whether the connection to the database is encrypted with SSL',
	},
	...certificateFields(),
];

const INSTANCE_FIELDS: INodeProperties[] = [
	{
		displayName: 'DB Instance ID',
		name: 'instId',
		type: 'string',
		default: '',
		placeholder: 'e.g. e05a3679efe241d8b5dee80b17c1a863in01',
		description:
			'ID of a managed DB instance on this side. The side that "Direction" names has its own field above.',
	},
	{
		displayName: 'DB Instance Name',
		name: 'instName',
		type: 'string',
		default: '',
		placeholder: 'e.g. rds-shop',
		description: 'Name of the managed DB instance',
	},
	{
		displayName: 'Project ID',
		name: 'projectId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 054ba152d480d55b2f5dc0069e7ddef0',
		description: 'ID of the project that the DB instance belongs to',
	},
	{
		displayName: 'Region',
		name: 'region',
		type: 'string',
		default: '',
		placeholder: 'e.g. eu-de',
		description: 'Region of the database on this side',
	},
	locator({
		displayName: 'Availability Zone',
		name: 'azCode',
		searchListMethod: 'searchZones',
		exampleId: 'eu-de-01',
		description: 'Availability zone of the database',
	}),
];

const NETWORK_FIELDS: INodeProperties[] = [
	locator({
		displayName: 'Security Group',
		name: 'securityGroup',
		searchListMethod: 'searchSecurityGroups',
		exampleId: 'd90c971b-4b9d-402c-9c59-5c239389b8dd',
		idPattern: UUID_PATTERN,
		description: 'Security group of the database',
	}),
	locator({
		displayName: 'Subnet',
		name: 'subnet',
		searchListMethod: 'searchSubnets',
		exampleId: 'f857d371-2f03-4622-85f6-2b7d42d0d82c',
		idPattern: UUID_PATTERN,
		description: 'Subnet of the database',
	}),
	locator({
		displayName: 'VPC',
		name: 'vpc',
		searchListMethod: 'searchVpcs',
		exampleId: '0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4',
		idPattern: UUID_PATTERN,
		description: 'VPC of the database',
	}),
];

const DATABASE_FIELDS: INodeProperties[] = [
	{
		displayName: 'Cluster Mode',
		name: 'clusterMode',
		type: 'options',
		options: [{ name: 'Sharding 4.0+', value: 'Sharding4.0+' }],
		default: 'Sharding4.0+',
		description:
			'For a MongoDB cluster from version 4.0 on whose shards cannot be reached by their own addresses',
		displayOptions: MONGODB_ONLY,
	},
	{
		displayName: 'Database Type',
		name: 'dbType',
		type: 'options',
		options: OPEN_DATABASE_TYPES,
		default: 'mysql',
		description: 'Type of the database, if it differs from what the engine says',
	},
	{
		displayName: 'Database Type Name',
		name: 'otherDbType',
		type: 'string',
		default: '',
		placeholder: 'e.g. gaussdbv5',
		description: 'Value of db_type when "Database Type" is "Other"',
	},
	{
		displayName: 'Host',
		name: 'ip',
		type: 'string',
		default: '',
		placeholder: 'e.g. 192.168.0.27',
		description:
			'IP address of the database; for a MongoDB cluster a list such as 10.0.0.1:27017,10.0.0.2:27017',
	},
	{
		displayName: 'MongoDB HA Mode',
		name: 'mongoHaMode',
		type: 'string',
		default: '',
		placeholder: 'e.g. ReplicaSet',
		description: 'High-availability mode of MongoDB',
		displayOptions: MONGODB_ONLY,
	},
	{
		displayName: 'Port',
		name: 'dbPort',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 65_535 },
		default: 3306,
		description: 'Port of the database, from 1 to 65535',
	},
];

/** The name of a database, which only the modification of a task takes. */
const DATABASE_NAME: INodeProperties = {
	displayName: 'Database Name',
	name: 'dbName',
	type: 'string',
	default: '',
	placeholder: 'e.g. admin',
	description: 'For MongoDB the database that holds the user',
};

const ALL = [...DATABASE_FIELDS, ...INSTANCE_FIELDS, ...NETWORK_FIELDS, ...TLS_FIELDS];

/** Which fields of an endpoint an operation takes; all by default. */
export interface EndpointScope {
	only?: readonly string[];
	/** For an existing task: its engine is not known here, therefore no field depends on it, and it takes a database name. */
	existingTask?: boolean;
}

/**
 * @param side source or target
 * @param scope which fields the operation takes
 * @returns the fields of one side of a task: how to sign in, and the collection of everything else
 */
export function endpointFields(side: Side, scope: EndpointScope = {}): INodeProperties[] {
	const { only, existingTask } = scope;
	const offered = existingTask
		? [...ALL, DATABASE_NAME].map((field) => ({ ...field, displayOptions: undefined }))
		: ALL;
	const fields = offered.filter(({ name }) => only === undefined || only.includes(name));
	const label = side === 'source' ? 'Source' : 'Target';
	const definedBelow = { show: { [`${side}Authentication`]: ['defineBelow'] } };
	return [
		{
			displayName: `${label} Database Login`,
			name: `${side}Authentication`,
			type: 'options',
			options: [
				{
					name: 'Set Later',
					value: 'none',
					description:
						'The login is not part of the creation; it is given when the task is configured',
				},
				{
					name: 'From Credential',
					value: 'credential',
					description: `User, password and certificate come from the credential "OTC DRS ${label} Database API"`,
				},
				{
					name: 'From Fields',
					value: 'defineBelow',
					description: 'User and password come from fields or expressions',
				},
			],
			default: 'none',
			description: `Where user and password of the ${side} database come from`,
		},
		{
			displayName: `${label} User`,
			name: `${side}User`,
			type: 'string',
			default: '',
			placeholder: 'e.g. drs_user',
			description: `User of the ${side} database`,
			displayOptions: definedBelow,
		},
		{
			displayName: `${label} Password`,
			name: `${side}Password`,
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: `Password of the ${side} database. A typed value is stored in the workflow; an expression or the credential keeps it out.`,
			displayOptions: definedBelow,
		},
		{
			displayName: `${label} Database`,
			name: `${side}Database`,
			type: 'collection',
			placeholder: 'Add Host, Port, SSL or Another Field',
			default: {},
			options: fields.sort(byDisplayName),
		},
	];
}
