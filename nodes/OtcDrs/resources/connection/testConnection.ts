import type { IDataObject } from 'n8n-workflow';
import { success } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import type { EndpointBody } from '../../fields/endpoint/build';
import { changeOperation } from '../../operations/change';
import { TEST_CONNECTION } from '../../../shared/drs/changes/connection';
import { connectionFields, readTestedDatabase, type TestedDatabase } from './testedDatabase';

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

/** @returns the entry of a connection test, without the task's ID. */
export function toConnectionTest({ side, netType, dbName, endpoint }: TestedDatabase): IDataObject {
	return withoutUndefined({
		...Object.fromEntries(TESTED.map((field) => [field, endpoint[field]])),
		net_type: netType,
		end_point_type: side,
		db_name: dbName,
	}) as IDataObject;
}

/** Connection → Test (batch-connection): lets the replication instance connect to the source or the target. */
export const testConnection = changeOperation(
	{
		resource: 'connection',
		option: {
			name: 'Test',
			value: 'test',
			action: 'Test a connection',
			description:
				'Let the replication instances of tasks connect to their source or target database',
		},
		fields: connectionFields('single'),
	},
	TEST_CONNECTION,
	(reader, item, credentials) => {
		const tested = readTestedDatabase(reader, item, credentials);
		return tested.ok ? success(toConnectionTest(tested.value)) : tested;
	},
);
