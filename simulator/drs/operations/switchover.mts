import { refuseCall } from '../problems.mts';
import { vipProblem } from '../rules.mts';
import type { Json } from '../task.mts';
import { lookUp, type DrsHandler } from '../request.mts';

/** Switching the virtual IP address between the self-built databases of a synchronization. */
export const switchVip: DrsHandler = (request, context) => {
	const task = lookUp(request.pathParameters.job_id, request, context);
	if (!task) return refuseCall('DRS.M05003');
	const problem = vipProblem(task);
	if (problem) return refuseCall(problem.refused);
	task.vip = { mode: String((request.body as Json).mode), switchedAt: context.clock.now() };
	return { status: 202, body: { id: task.id, status: 'success' } };
};

/** Querying how a switch of the virtual IP address went. */
export const getSwitchVipStatus: DrsHandler = (request, context) => {
	const task = lookUp(request.pathParameters.job_id, request, context);
	if (!task) return refuseCall('DRS.M05003');
	if (task.vip === undefined) return refuseCall('DRS.M00304');
	const isDone = context.clock.now() >= task.vip.switchedAt + context.durations.switching;
	const status = isDone ? 'SWITCH_VIP_COMPLETE' : 'SWITCH_VIP_START';
	return { status: 200, body: { id: task.id, status } };
};
