import type { Change } from '../change';
import { ALIVE } from '../statuses';

/** Chooses the objects that tasks move. */
export const SELECT_OBJECTS: Change = {
	method: 'PUT',
	path: 'batch-select-objects',
	answerIdField: 'job_id',
	verb: 'select objects',
	allowedIn: ALIVE,
};

/** Sets how synchronizations treat conflicts, DDL and indexes. */
export const SET_SYNC_POLICY: Change = {
	method: 'POST',
	path: 'batch-sync-policy',
	verb: 'set the synchronization policy',
	allowedIn: ['CONFIGURATION'],
};

/** Limits the speed of transfers by hour. */
export const SET_FLOW_CONTROL: Change = {
	method: 'PUT',
	path: 'batch-limit-speed',
	list: 'speed_limits',
	verb: 'limit the speed',
	allowedIn: ALIVE,
};

/** Sets which rows are synchronized (drs_api_0103). */
export const SET_DATA_PROCESSING: Change = {
	method: 'POST',
	path: 'batch-transformation',
	verb: 'set data processing rules',
	allowedIn: ['CONFIGURATION'],
};

/** Chooses the definer of views, triggers and routines of MySQL. */
export const SET_DEFINER: Change = {
	method: 'POST',
	path: 'batch-replace-definer',
	verb: 'set the definer',
	allowedIn: ['CONFIGURATION'],
};
