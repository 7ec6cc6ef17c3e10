import type { IDataObject } from 'n8n-workflow';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import type { EndpointBody } from '../../../fields/endpoint/build';
import type { TestedDatabase } from './input';

/** What the connection test takes of an endpoint; the rest belongs to the task. */
const TESTED = [
	'db_type',
	'ip',
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

/** @returns the entry of a connection test, without the task's ID. */
export function buildConnectionTest({
	side,
	netType,
	dbName,
	endpoint,
}: TestedDatabase): IDataObject {
	return withoutUndefined({
		...Object.fromEntries(TESTED.map((field) => [field, endpoint[field]])),
		db_port: testedPort(endpoint),
		...certificateName(endpoint),
		net_type: netType,
		end_point_type: side,
		db_name: dbName,
	}) as IDataObject;
}

/** The service demands a name of the certificate where SSL is on; any will do. */
const certificateName = ({
	ssl_cert_key: key,
	ssl_cert_name: name,
	ssl_cert_password,
}: EndpointBody) =>
	key !== undefined && name === undefined
		? { ssl_cert_name: ssl_cert_password === undefined ? 'ca.pem' : 'ca.p12' }
		: {};

/** The test of a connection takes MongoDB with port 0 (drs_03_0106). */
export const testedPort = ({
	db_type: type,
	db_port: port,
}: EndpointBody): EndpointBody['db_port'] => (type === 'mongodb' ? 0 : port);

/** Nodes of a cluster have an address each, `host:port`. */
const addressesOf = ({ ip }: EndpointBody): Array<string | undefined> =>
	ip === undefined ? [undefined] : ip.split(',').map((address) => address.trim());

/**
 * @param databases the sides of a cluster, such as its source and its shards
 * @returns the text of `property`: a JSON list with an entry for every node, in names of its own (drs_03_0106, table 5, whose
 * printed value is a list)
 */
export function buildProperty(databases: readonly TestedDatabase[]): string {
	const nodes = databases.flatMap(({ side, netType, dbName, endpoint }) =>
		addressesOf(endpoint).map((ip) =>
			withoutUndefined({
				dbtype: endpoint.db_type,
				dbport: testedPort(endpoint),
				ssllink: endpoint.ssl_link ?? false,
				nettype: netType,
				endpointtype: side,
				ip,
				dbName,
				dbuser: endpoint.db_user,
				dbpassword: endpoint.db_password,
				sslcertkey: endpoint.ssl_cert_key,
				sslcertname: endpoint.ssl_cert_name,
				sslcertchecksum: endpoint.ssl_cert_check_sum,
			}),
		),
	);
	return JSON.stringify(nodes);
}
