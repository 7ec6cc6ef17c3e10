import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { showWhen } from '../../../shared/n8n/fields';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { DATABASE_TYPES, NETWORK_TYPES, SIDE_CHOICES } from '../../../shared/fields/selectOptions';
import { buildEndpoint, type EndpointBody } from '../../fields/endpoint/build';
import { checkEndpoint } from '../../fields/endpoint/check';
import { endpointFields, type Side } from '../../fields/endpoint/fields';
import { readEndpoint, type RunCredentials } from '../../fields/endpoint/read';
import { fieldProblem, toFailure, type FieldProblem } from '../../../shared/failures/fieldProblems';
import { readText } from '../../../shared/values/read';

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
	const scope = { only: isCluster ? CLUSTER_SCOPE : SINGLE_SCOPE };
	const dbType: INodeProperties = {
		displayName: 'Database Type',
		name: 'dbType',
		type: 'options',
		options: DATABASE_TYPES,
		default: 'mysql',
		description: 'Type of the database. Another one is set in the collection below.',
	};
	return [
		{
			displayName: 'Database to Test',
			name: 'endPointType',
			type: 'options',
			options: isCluster ? [SIDE_CHOICES[0], SHARDS, SIDE_CHOICES[1]] : SIDE_CHOICES,
			default: 'so',
			description: 'Which side of the task is tested',
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
			description: 'Database to connect to; for MongoDB the one that holds the user',
		},
		...showWhen(
			{ endPointType: isCluster ? ['so', 'ls'] : ['so'] },
			endpointFields('source', scope),
		),
		...showWhen({ endPointType: ['ta'] }, endpointFields('target', scope)),
	];
}

/** A database to test, as the user described it. */
export interface TestedDatabase {
	/** `so`, `ta`, or `ls` for the shards of a cluster. */
	side: string;
	netType: string;
	dbName?: string;
	endpoint: EndpointBody;
}

/** @returns what a database lacks for the test of its connection */
export function checkLogin(
	{ ip, db_user: user, db_password: password }: EndpointBody,
	side: 'Source' | 'Target',
): FieldProblem[] {
	const login = `Choose "${side} Database Login → From Credential" or "From Fields".`;
	const host = `Add the field "Host" with the IP address under "${side} Database"; the connection test needs it.`;
	return [
		...(ip === undefined ? [fieldProblem(`${side} Database → Host`, 'is empty', host)] : []),
		...(user === undefined ? [fieldProblem(`${side} User`, 'is empty', login)] : []),
		...(password === undefined ? [fieldProblem(`${side} Password`, 'is empty', login)] : []),
	];
}

/** @returns a database as the test of its connection wants it: MongoDB with port 0, as the reference demands */
const toTested = (endpoint: EndpointBody): EndpointBody =>
	endpoint.db_type === 'mongodb' ? { ...endpoint, db_port: 0 } : endpoint;

/**
 * Reads the database to test from the fields of `connectionFields`.
 *
 * @returns the database, or which fields stand against the test
 */
export function readTestedDatabase(
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
): Outcome<TestedDatabase> {
	const endPointType = reader.get<string>('endPointType', item, 'so');
	const side: Side = endPointType === 'ta' ? 'target' : 'source';
	const label = side === 'source' ? 'Source' : 'Target';
	const general = {
		dbType: reader.get<string>('dbType', item, ''),
		managed: false,
		region: '',
	};
	const endpoint = readEndpoint(reader, side, item, general, credentials[side]);
	const body = buildEndpoint(endpoint);
	const problems = [...checkEndpoint(endpoint, label), ...checkLogin(body, label)];
	if (problems.length > 0) return failed(toFailure(problems));
	return success({
		side: endPointType,
		netType: reader.get<string>('netType', item, 'eip'),
		dbName: readText(reader.get('dbName', item, '')),
		endpoint: toTested(body),
	});
}
