import { batchAnswer } from '../batch.mts';
import type { DrsContext } from '../context.mts';
import { lagOf } from '../lag.mts';
import { transferredShare } from '../lifeCycle.mts';
import { messageOf } from '../problems.mts';
import { listIn, lookUp, whyGone, type DrsHandler } from '../request.mts';
import { shownStatus } from '../shown.mts';
import type { Json, Task } from '../task.mts';

/** A map, as the vendor's clients read it; the table says list. The names of its entries are printed nowhere. */
const progressMap = (share: number, remaining: number): Json => ({
	structure: { completed: '100', remaining_time: '0' },
	data: { completed: String(Math.floor(share * 100)), remaining_time: String(remaining) },
	index: { completed: share === 1 ? '100' : '0', remaining_time: String(remaining) },
});

function progress(task: Task, context: DrsContext): Json {
	const share = transferredShare(task, context);
	const isIncremental = task.status.startsWith('INCRE_TRANSFER_');
	const lag = lagOf(task, context, context.clock.now());
	const remaining = isIncremental
		? 0
		: Math.round(((1 - share) * context.durations.fullTransfer) / 1000);
	return {
		job_id: task.id,
		progress: String(isIncremental ? 100 : Math.floor(share * 100)),
		incre_trans_delay: lag === undefined ? '-1' : String(Math.floor(lag)),
		...(context.forms.delayMillis
			? { incre_trans_delay_millis: lag === undefined ? '-1' : String(Math.round(lag * 1000)) }
			: {}),
		task_mode: task.settings.task_type,
		transfer_status: shownStatus(task, context),
		process_time: String(Math.round(context.clock.now())),
		remaining_time: String(remaining),
		...(task.status.startsWith('FULL_TRANSFER_')
			? { progress_map: progressMap(share, remaining) }
			: {}),
	};
}

/** Querying task progress in batches (drs_03_0114); `incre_trans_delay` is in seconds. */
export const getTaskProgress: DrsHandler = (request, context) => {
	const results = listIn<string>(request.body, 'jobs').map((id): Json => {
		const task = lookUp(id, request, context);
		if (task) return progress(task, context);
		const code = whyGone(id, request, context);
		return { job_id: id, error_code: code, error_msg: messageOf(code) };
	});
	return batchAnswer(202, results, context);
};
