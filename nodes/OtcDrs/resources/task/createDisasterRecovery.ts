import { createOperation } from './create/createOperation';
import { DISASTER_RECOVERY } from '../../../shared/drs/scenarios';

/** Task → Create Disaster Recovery Task (drs_03_0104, `db_use_type` cloudDataGuard). */
export const createDisasterRecovery = createOperation(DISASTER_RECOVERY, {
	name: 'Create Disaster Recovery Task',
	action: 'Create a disaster recovery task',
	description: 'Create a task that replicates a MySQL database to a standby instance',
});
