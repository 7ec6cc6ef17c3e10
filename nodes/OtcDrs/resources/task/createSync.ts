import { createOperation } from './create/createOperation';
import { SYNC } from '../../../shared/drs/scenarios';

/** Task → Create Synchronization Task (drs_03_0104, `db_use_type` sync). */
export const createSync = createOperation(SYNC, {
	name: 'Create Synchronization Task',
	action: 'Create a synchronization task',
	description: 'Create a task that continuously replicates selected objects between two databases',
});
