import type { INodeProperties } from 'n8n-workflow';
import { certificateFields } from '../../../../credentials/certificateFields';
import { OPEN_DATABASE_TYPES } from '../../../shared/fields/selectOptions';
import { locator, UUID_PATTERN } from '../../../shared/n8n/fields';
import type { Side } from './input';

/** Shows a field of an endpoint only for MongoDB, and for engines that are entered by name. */
export const MONGODB_ONLY = { show: { '/engineType': ['mongodb', 'other'] } };

const TLS_FIELDS: INodeProperties[] = [
	{
		displayName: 'SSL',
		name: 'sslLink',
		type: 'boolean',
		default: true,
		description: 'Whether to encrypt the connection to the database with SSL',
	},
	...certificateFields(),
];

const instanceFields = (side: Side): INodeProperties[] => [
	locator({
		displayName: 'DB Instance',
		name: 'instId',
		searchListMethod: side === 'source' ? 'searchSourceInstances' : 'searchTargetInstances',
		dependsOn: ['engineType', `${side}Database.dbType`],
		exampleId: 'e05a3679efe241d8b5dee80b17c1a863in01',
		description:
			side === 'source'
				? 'The DB instance (RDS, DDS or GaussDB) that the data comes from. Required if "Direction" is "Out of the Cloud".'
				: 'The DB instance that receives the data, if it is not selected under "Target DB Instance"',
	}),
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

const ADDRESS_FIELDS: INodeProperties[] = [
	{
		displayName: 'Host',
		name: 'ip',
		type: 'string',
		default: '',
		placeholder: 'e.g. 192.168.0.27',
		description:
			'IP address of the database. Overrides the host of the credential. For a MongoDB cluster, a list such as 10.0.0.1:27017,10.0.0.2:27017.',
	},
	{
		displayName: 'Port',
		name: 'dbPort',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 65_535 },
		default: 3306,
		description:
			'Port of the database, from 1 to 65535; for MongoDB also 0. Overrides the port of the credential.',
	},
];

const TYPE_FIELDS: INodeProperties[] = [
	{
		displayName: 'Database Type',
		name: 'dbType',
		type: 'options',
		options: OPEN_DATABASE_TYPES,
		default: 'mysql',
		description: 'Overrides the database type implied by Engine',
	},
	{
		displayName: 'Database Type Name',
		name: 'otherDbType',
		type: 'string',
		default: '',
		placeholder: 'e.g. gaussdbv5',
		description: 'Value of db_type when "Database Type" is "Other"',
	},
];

const MONGODB_FIELDS: INodeProperties[] = [
	{
		displayName: 'Cluster Mode',
		name: 'clusterMode',
		type: 'options',
		options: [{ name: 'Sharding 4.0+', value: 'Sharding4.0+' }],
		default: 'Sharding4.0+',
		description: 'For MongoDB clusters from version 4.0 whose shards have no reachable addresses',
		displayOptions: MONGODB_ONLY,
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
];

/** The name of a database, which the creation of a task does not take. */
export const DATABASE_NAME: INodeProperties = {
	displayName: 'Database Name',
	name: 'dbName',
	type: 'string',
	default: '',
	placeholder: 'e.g. admin',
	description: 'For MongoDB, the database that the user is defined in',
};

/** @returns all fields of a database, in the order of use. */
export const allFields = (side: Side): INodeProperties[] => [
	...ADDRESS_FIELDS,
	...TLS_FIELDS,
	...TYPE_FIELDS,
	...MONGODB_FIELDS,
	...instanceFields(side),
	...NETWORK_FIELDS,
];
