import type { Change } from '../change';
import { checkConnectionTest } from '../constraints/connectionTest';
import { PASSWORD_CHANGEABLE } from '../statuses';

/** Lets replication instances connect to their source or target. */
export const TEST_CONNECTION: Change = {
	method: 'POST',
	path: 'batch-connection',
	idField: 'id',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
	check: checkConnectionTest,
};

/** Lets the parent tasks of clusters connect to their source, its shards or the target. */
export const TEST_CLUSTER: Change = {
	method: 'POST',
	path: 'cluster/batch-connection',
	verb: 'test the connection',
	allowedIn: ['CONFIGURATION'],
};

/** Tells tasks that were started the new password of a database (drs_03_0134). */
export const CHANGE_PASSWORD: Change = {
	method: 'PUT',
	path: 'batch-modify-pwd',
	partField: 'end_point_type',
	verb: 'change the password',
	allowedIn: PASSWORD_CHANGEABLE,
	alsoNeeds: 'Before the start, save the new password with Task → Update → Save Connection Data.',
};
