import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { TEST_CONNECTION } from '../../../shared/drs/changes/connection';
import { buildConnectionTest } from './testedDatabase/build';
import { connectionFields } from './testedDatabase/fields';
import { readTestedDatabase } from './testedDatabase/read';

/** Connection → Test (batch-connection): tests whether the replication instance can reach the source or the target. */
export const testConnection = changeOperation(
	{
		resource: 'connection',
		option: {
			name: 'Test',
			value: 'test',
			action: 'Test a connection',
			description: 'Test whether DRS can reach the source or target database of tasks',
		},
		fields: connectionFields('single'),
	},
	TEST_CONNECTION,
	(fields, { credentials }) => {
		const tested = readTestedDatabase(fields, credentials);
		return tested.ok ? success(buildConnectionTest(tested.value)) : tested;
	},
);
