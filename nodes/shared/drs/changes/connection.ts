import type { Change } from '../change';
import { ALIVE } from '../statuses';

/** Tests whether replication instances can reach their source or target. */
export const TEST_CONNECTION: Change = {
	method: 'POST',
	path: 'batch-connection',
	idField: 'id',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
};

/** Tests whether the parent tasks of clusters can reach their source, its shards or the target. */
export const TEST_CLUSTER: Change = {
	method: 'POST',
	path: 'cluster/batch-connection',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
};

/** Updates the database password stored in tasks. */
export const CHANGE_PASSWORD: Change = {
	method: 'PUT',
	path: 'batch-modify-pwd',
	partField: 'end_point_type',
	verb: 'change the password',
	allowedIn: ALIVE,
};
