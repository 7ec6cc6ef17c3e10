import { batchAnswer } from '../batch.mts';
import type { DrsContext } from '../context.mts';
import { messageOf, refuseCall } from '../problems.mts';
import { listIn, lookUp, whyGone, type DrsHandler } from '../request.mts';
import { defined, shownStatus } from '../shown.mts';
import type { Json, Task } from '../task.mts';
import { details } from './details.mts';

/** Makes a query of tasks by ID, in pages: five tasks unless the page says otherwise, 0 for all. */
function pagedQuery(show: (task: Task, context: DrsContext) => Json): DrsHandler {
	return (request, context) => {
		const ids = listIn<string>(request.body, 'jobs');
		if (new Set(ids).size < ids.length) return refuseCall('DRS.M00301', 'jobs');
		const page = ((request.body as Json).page_req ?? {}) as {
			cur_page?: number;
			per_page?: number;
		};
		const size = page.per_page === 0 ? ids.length : (page.per_page ?? context.pageSize);
		const current = page.cur_page ?? 1;
		if (current > 1 && (current - 1) * size >= ids.length) return refuseCall('DRS.M00211');
		const asked = ids.slice((current - 1) * size, current * size);
		const results = asked.map((id) => {
			const task = lookUp(id, request, context);
			if (task) return { id, ...show(task, context) };
			const code = whyGone(id, request, context);
			return { id, error_code: code, error_message: messageOf(code) };
		});
		return batchAnswer(200, results, context, { count: ids.length });
	};
}

/** Querying task statuses in batches (drs_api_0150). */
export const getTaskStatuses = pagedQuery((task, context) =>
	defined({
		status: shownStatus(task, context),
		error_code: task.failure?.code,
		error_message: task.failure?.reason,
	}),
);

/** Querying task details in batches (drs_api_0151). */
export const getTaskDetails = pagedQuery(details);
