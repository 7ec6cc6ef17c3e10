import type { INodeParameters } from 'n8n-workflow';
import { endpointLandings, lands, type Landing, type OperationLandings } from './landing.mts';
import { change, task, TASK } from './operations.mts';
import { fieldsAt } from './schema.mts';

const login = (side: 'source' | 'target'): INodeParameters => ({
	[`${side}Database`]: {
		authentication: 'defineBelow',
		user: 'user-0',
		password: 'password-0',
		ip: '10.0.0.1',
		dbPort: 1,
	},
});

const TESTED: INodeParameters = {
	...TASK,
	...login('source'),
	...login('target'),
	dbType: 'mysql',
	dbName: 'shop',
};

/** @param takes which fields of an endpoint the operation takes, by their names in the API */
const testLandings = (side: string, takes: readonly string[]): Landing[] => [
	lands('endPointType', side, 'end_point_type'),
	lands('netType', 'vpn', 'net_type'),
	lands('dbType', 'postgresql', 'db_type'),
	lands('dbName', 'shop-2', 'db_name'),
	...endpointLandings('source', { path: '', takes }),
	...endpointLandings('target', { path: '', takes, other: { endPointType: 'ta' } }),
];

const connectionTest: OperationLandings = {
	resource: 'connection',
	operation: 'test',
	operationId: 'testConnections',
	entry: 'jobs[0]',
	base: TESTED,
	landings: [task('id'), ...testLandings('ta', fieldsAt('testConnections', 'jobs[]'))],
};

/** The names in the JSON text of the cluster test differ from those of endpoints. */
const PROPERTY: Record<string, string> = {
	end_point_type: 'endpointtype',
	net_type: 'nettype',
	db_name: 'dbName',
	db_user: 'dbuser',
	db_password: 'dbpassword',
	db_type: 'dbtype',
	db_port: 'dbport',
	ip: 'ip',
	ssl_link: 'ssllink',
	ssl_cert_key: 'sslcertkey',
	ssl_cert_name: 'sslcertname',
	ssl_cert_check_sum: 'sslcertchecksum',
};

const IN_PROPERTY = fieldsAt('testClusterConnections', 'jobs[].property');

const inProperty = (landing: Landing): Landing => ({
	...landing,
	sent: Object.fromEntries(
		Object.entries(landing.sent).map(([path, value]) => [`property.${PROPERTY[path]}`, value]),
	),
});

const clusterTest: OperationLandings = {
	resource: 'connection',
	operation: 'testCluster',
	operationId: 'testClusterConnections',
	entry: 'jobs[0]',
	base: TESTED,
	landings: [
		task('job_id'),
		...testLandings(
			'ls',
			Object.keys(PROPERTY).filter((name) => IN_PROPERTY.includes(PROPERTY[name])),
		).map(inProperty),
	],
	automatic: { action: 'fixed' },
};

/** Where the fields of the resource "Connection" land. */
export const CONNECTION_LANDINGS: OperationLandings[] = [
	connectionTest,
	clusterTest,
	change(
		'connection',
		'changePassword',
		'changePasswords',
		[
			lands('endPointType', 'ta', 'end_point_type'),
			lands('newPassword', 'password-2', 'db_password'),
			...['domain_name', 'key_tab_file', 'krb5_conf_file', 'user_principal'].map((name) =>
				lands(`kerberos.${name}`, `${name}-1`, `kerberos.${name}`),
			),
		],
		{ base: { ...TASK, newPassword: 'password-1' } },
	),
];
