import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { changeOperation, type ItemSource } from '../../operations/change';
import { TEST_CLUSTER } from '../../../shared/drs/changes/connection';
import { buildProperty, testedPort } from './testedDatabase/build';
import { CLUSTER_ACTION } from './testedDatabase/clusterAction';
import { connectionFields } from './testedDatabase/fields';
import { readTestedDatabase } from './testedDatabase/read';

function readBody(fields: Fields, { credentials }: ItemSource): Outcome<IDataObject> {
	const tested = readTestedDatabase(fields, credentials);
	if (!tested.ok) return tested;
	if (tested.value.dbName === undefined) {
		return failed({
			message: 'Database Name: is empty',
			description:
				'Enter the name of the database. For MongoDB, the database that the user is defined in, such as admin.',
		});
	}
	if (testedPort(tested.value.endpoint) === undefined) {
		return failed({
			message: 'Port: is empty',
			description:
				'Enter the port in the database credential, or add the field "Port" under "Source Database" or "Target Database", such as 3306.',
		});
	}
	return success({ action: CLUSTER_ACTION, property: buildProperty([tested.value]) });
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
				'Test whether DRS can reach the source, its shards or the target of a cluster, such as MongoDB with shards',
		},
		fields: connectionFields('cluster'),
	},
	TEST_CLUSTER,
	readBody,
);
