import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NETWORK_TYPES, SIDE_CHOICES } from '../common/choices';
import { failed, success, type Outcome } from '../../../shared/errors/failure';
import { compact } from '../../../shared/items/compact';
import { showWhen } from '../../../shared/items/fields';
import type { ParameterReader } from '../../../shared/items/ParameterReader';
import { buildEndpoint, type EndpointBody } from '../common/endpoint/build';
import { checkEndpoint } from '../common/endpoint/check';
import { endpointFields, type Side } from '../common/endpoint/fields';
import { readEndpoint, type RunCredentials } from '../common/endpoint/read';
import { changeOperation } from '../common/operations';
import { problem, toFailure } from '../common/problems';
import { text } from '../common/values';

const FIELDS: INodeProperties[] = [
	{
		displayName: 'Database to Test',
		name: 'endPointType',
		type: 'options',
		options: SIDE_CHOICES,
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
	{
		displayName: 'Database Type',
		name: 'dbType',
		type: 'options',
		options: [
			{ name: 'GaussDB(for MySQL)', value: 'taurus' },
			{ name: 'MongoDB', value: 'mongodb' },
			{ name: 'MySQL', value: 'mysql' },
			{ name: 'PostgreSQL', value: 'postgresql' },
		],
		default: 'mysql',
		description: 'Type of the database. Another one is set in the collection below.',
	},
	{
		displayName: 'Database Name',
		name: 'dbName',
		type: 'string',
		default: '',
		placeholder: 'e.g. shop',
		description: 'Database to connect to, where the engine wants one',
	},
	...showWhen({ endPointType: ['so'] }, endpointFields('source')),
	...showWhen({ endPointType: ['ta'] }, endpointFields('target')),
];

/** What the connection test takes of an endpoint; the rest belongs to the task. */
const TESTED = [
	'db_type',
	'ip',
	'db_port',
	'inst_id',
	'db_user',
	'db_password',
	'ssl_link',
	'ssl_cert_key',
	'ssl_cert_name',
	'ssl_cert_check_sum',
	'ssl_cert_password',
	'vpc_id',
	'subnet_id',
	'region',
	'project_id',
] as const satisfies ReadonlyArray<keyof EndpointBody>;

function readBody(
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
): Outcome<IDataObject> {
	const endPointType = reader.get<string>('endPointType', item, 'so');
	const side: Side = endPointType === 'ta' ? 'target' : 'source';
	const label = side === 'source' ? 'Source' : 'Target';
	const general = {
		dbType: reader.get<string>('dbType', item, 'mysql'),
		managed: false,
		region: '',
	};
	const endpoint = readEndpoint(reader, side, item, general, credentials[side]);
	const login = `Choose "${label} Database Login → From Credential" or "From Fields".`;
	const problems = checkEndpoint(endpoint, label);
	if (endpoint.ip === undefined) {
		problems.push(
			problem(`${label} Database → Host`, 'is empty', 'Add the field "Host" with the IP address.'),
		);
	}
	if (endpoint.dbUser === undefined) problems.push(problem(`${label} User`, 'is empty', login));
	if (endpoint.dbPassword === undefined)
		problems.push(problem(`${label} Password`, 'is empty', login));
	if (problems.length > 0) return failed(toFailure(problems));
	const body = buildEndpoint(endpoint);
	return success(
		compact({
			...Object.fromEntries(TESTED.map((field) => [field, body[field]])),
			net_type: reader.get<string>('netType', item, 'eip'),
			end_point_type: endPointType,
			db_name: text(reader.get('dbName', item, '')),
		}) as IDataObject,
	);
}

/** Connection → Test (batch-connection): lets the replication instance connect to the source or the target. */
export const test = changeOperation(
	{
		resource: 'connection',
		option: {
			name: 'Test',
			value: 'test',
			action: 'Test a connection',
			description:
				'Let the replication instances of tasks connect to their source or target database',
		},
		fields: FIELDS,
	},
	{
		method: 'POST',
		path: 'batch-connection',
		idField: 'id',
		verb: 'test the connection',
		allowedIn: ['CONFIGURATION'],
	},
	readBody,
);
