import type { Change } from '../change';
import { ALIVE } from '../statuses';

/** Lets replication instances connect to their source or target. */
export const TEST_CONNECTION: Change = {
	method: 'POST',
	path: 'batch-connection',
	idField: 'id',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
};

/** Lets the parent tasks of clusters connect to their source, its shards or the target. */
export const TEST_CLUSTER: Change = {
	method: 'POST',
	path: 'cluster/batch-connection',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
};

/** Tells tasks the new password of a database. */
export const CHANGE_PASSWORD: Change = {
	method: 'PUT',
	path: 'batch-modify-pwd',
	partField: 'end_point_type',
	verb: 'change the password',
	allowedIn: ALIVE,
};
