import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import type { RunCredentials } from '../../fields/endpoint/read';
import { changeOperation } from '../../operations/change';
import { TEST_CLUSTER } from '../../../shared/drs/changes/connection';
import { connectionFields, readTestedDatabase, type TestedDatabase } from './testedDatabase';

/** The only action that the service documents for this call. */
const ACTION = 'testConnection';

/** @returns the text of `property`: JSON with names of its own (drs_03_0106, table 5). */
export function toProperty({ side, netType, dbName, endpoint }: TestedDatabase): string {
	return JSON.stringify(
		withoutUndefined({
			dbtype: endpoint.db_type,
			dbport: endpoint.db_port,
			ssllink: endpoint.ssl_link ?? false,
			nettype: netType,
			endpointtype: side,
			ip: endpoint.ip,
			dbName,
			dbuser: endpoint.db_user,
			dbpassword: endpoint.db_password,
			sslcertkey: endpoint.ssl_cert_key,
			sslcertname: endpoint.ssl_cert_name,
			sslcertchecksum: endpoint.ssl_cert_check_sum,
		}),
	);
}

function readBody(
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
): Outcome<IDataObject> {
	const tested = readTestedDatabase(reader, item, credentials);
	if (!tested.ok) return tested;
	if (tested.value.dbName === undefined) {
		return failed({
			message: 'Database Name: is empty',
			description: 'Name the database; for MongoDB the one that holds the user, such as admin.',
		});
	}
	if (tested.value.endpoint.db_port === undefined) {
		return failed({
			message: 'Port: is empty',
			description: 'Add the field "Port" of the database, such as 3306.',
		});
	}
	return success({ action: ACTION, property: toProperty(tested.value) });
}

/** Connection → Test Cluster (cluster/batch-connection): a cluster's parent task tries source, shards or target. */
export const testCluster = changeOperation(
	{
		resource: 'connection',
		option: {
			name: 'Test Cluster',
			value: 'testCluster',
			action: 'Test the connection to a cluster',
			description:
				'Let the parent tasks of clusters, such as MongoDB with shards, connect to their source, its shards or the target',
		},
		fields: connectionFields('cluster'),
	},
	TEST_CLUSTER,
	readBody,
);
