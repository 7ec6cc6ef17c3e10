import { refuseCall } from '../problems.mts';
import { lookUp, type DrsHandler } from '../request.mts';
import type { Json } from '../task.mts';

/** Switching the virtual IP address of a disaster recovery task to the source or the target. */
export const switchVip: DrsHandler = (request, context) => {
	const task = lookUp(request.pathParameters.job_id, request, context);
	if (!task) return refuseCall('DRS.M05003');
	const isRecovering =
		task.settings.db_use_type === 'cloudDataGuard' && task.status === 'INCRE_TRANSFER_STARTED';
	if (!isRecovering) return refuseCall('DRS.M00304');
	task.vipMode = String((request.body as Json).mode);
	return { status: 202, body: { id: task.id, status: 'success' } };
};

/** Querying how a switch of the virtual IP address went. */
export const getSwitchVipStatus: DrsHandler = (request, context) => {
	const task = lookUp(request.pathParameters.job_id, request, context);
	if (!task) return refuseCall('DRS.M05003');
	return task.vipMode === undefined
		? refuseCall('DRS.M00304')
		: { status: 200, body: { id: task.id, status: 'success' } };
};
