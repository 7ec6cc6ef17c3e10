import type { Change } from '../change';
import { checkConnectionTest } from '../constraints/connectionTest';
import { PASSWORD_CHANGEABLE } from '../statuses';

/** Tests whether replication instances can reach their source or target. */
export const TEST_CONNECTION: Change = {
	method: 'POST',
	path: 'batch-connection',
	idField: 'id',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
	check: checkConnectionTest,
};

/** Tests whether the parent tasks of clusters can reach their source, its shards or the target. */
export const TEST_CLUSTER: Change = {
	method: 'POST',
	path: 'cluster/batch-connection',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
};

/** Updates the database password stored in tasks that were started (drs_03_0134). */
export const CHANGE_PASSWORD: Change = {
	method: 'PUT',
	path: 'batch-modify-pwd',
	partField: 'end_point_type',
	verb: 'change the password',
	allowedIn: PASSWORD_CHANGEABLE,
	alsoNeeds: 'Before the start, save the new password with Task → Update → Save Connection Data.',
};
