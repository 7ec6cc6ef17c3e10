import type { Change } from '../change';
import { checkDataProcessing } from '../constraints/dataProcessing';
import { checkFlowControl } from '../constraints/flowControl';
import { checkSelection } from '../constraints/selection';
import { ALIVE } from '../statuses';

/** Chooses the objects that tasks move (drs_03_0109). */
export const SELECT_OBJECTS: Change = {
	method: 'PUT',
	path: 'batch-select-objects',
	answerIdField: 'job_id',
	verb: 'select objects',
	allowedIn: ['CONFIGURATION'],
	alsoNeeds:
		'Migrations and synchronizations only, after the connection test and after their connection data was saved (Task → Update → Save Connection Data).',
	check: checkSelection,
};

/** Sets how synchronizations treat conflicts, DDL and indexes. */
export const SET_SYNC_POLICY: Change = {
	method: 'POST',
	path: 'batch-sync-policy',
	verb: 'set the synchronization policy',
	allowedIn: ['CONFIGURATION'],
};

/** Limits the speed of transfers by hour, or lifts the limit (drs_03_0130). */
export const SET_FLOW_CONTROL: Change = {
	method: 'PUT',
	path: 'batch-limit-speed',
	list: 'speed_limits',
	verb: 'limit the speed',
	allowedIn: ALIVE,
	check: checkFlowControl,
};

/** Sets which rows are synchronized (drs_api_0103). */
export const SET_DATA_PROCESSING: Change = {
	method: 'POST',
	path: 'batch-transformation',
	verb: 'set data processing rules',
	allowedIn: ['CONFIGURATION'],
	check: checkDataProcessing,
};

/** Chooses the definer of views, triggers and routines of MySQL. */
export const SET_DEFINER: Change = {
	method: 'POST',
	path: 'batch-replace-definer',
	verb: 'set the definer',
	allowedIn: ['CONFIGURATION'],
};
