import { createOperation } from './create/createOperation';
import { MIGRATION } from '../../../shared/drs/scenarios';

/** Task → Create Migration Task (drs_03_0104, `db_use_type` migration). */
export const createMigration = createOperation(MIGRATION, {
	name: 'Create Migration Task',
	action: 'Create a migration task',
	description:
		'Create a task that migrates a database, once or with ongoing replication until the cut-over',
});
