import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import {
	DATABASE_TYPES,
	NETWORK_TYPES,
	SIDE_CHOICES,
} from '../../../../shared/fields/selectOptions';
import { showWhen } from '../../../../shared/n8n/fields';
import { endpointFields } from '../../../fields/endpoint/fields';

/** The shards of a cluster: they are reached with the login of the source. */
const SHARDS: INodePropertyOptions = { name: 'Source Shards', value: 'ls' };

/** What a connection test takes of an endpoint; the rest belongs to the task. */
const CLUSTER_SCOPE = [
	'dbType',
	'otherDbType',
	'ip',
	'dbPort',
	'sslLink',
	'sslCert',
	'sslCertName',
	'sslCertCheckSum',
];
const SINGLE_SCOPE = [
	...CLUSTER_SCOPE,
	'sslCertPassword',
	'instId',
	'vpc',
	'subnet',
	'region',
	'projectId',
];

/** @returns the fields that describe the database to test, for a single database or for a cluster with its shards. */
export function connectionFields(kind: 'single' | 'cluster'): INodeProperties[] {
	const isCluster = kind === 'cluster';
	const scope = {
		only: isCluster ? CLUSTER_SCOPE : SINGLE_SCOPE,
		login: 'required' as const,
	};
	const dbType: INodeProperties = {
		displayName: 'Database Type',
		name: 'dbType',
		type: 'options',
		options: DATABASE_TYPES,
		default: 'mysql',
		description: 'Type of the database. Set any other type in the collection below.',
	};
	return [
		{
			displayName: 'Database to Test',
			name: 'endPointType',
			type: 'options',
			options: isCluster ? [SIDE_CHOICES[0], SHARDS, SIDE_CHOICES[1]] : SIDE_CHOICES,
			default: 'so',
			description: 'Side of the task to test',
		},
		{
			displayName: 'Network Type',
			name: 'netType',
			type: 'options',
			options: NETWORK_TYPES,
			default: 'eip',
			description: 'How the replication instance reaches the database',
		},
		isCluster ? { ...dbType, default: 'mongodb' } : dbType,
		{
			displayName: 'Database Name',
			name: 'dbName',
			type: 'string',
			required: isCluster,
			default: '',
			placeholder: 'e.g. shop',
			description: 'Database to connect to. For MongoDB, the database that the user is defined in.',
		},
		...showWhen({ endPointType: isCluster ? ['so', 'ls'] : ['so'] }, [
			endpointFields('source', scope),
		]),
		...showWhen({ endPointType: ['ta'] }, [endpointFields('target', scope)]),
	];
}
