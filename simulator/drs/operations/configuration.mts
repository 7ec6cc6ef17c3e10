import { batchAnswer } from '../batch.mts';
import { leavesToChildren } from '../family.mts';
import { batchChange, listIn, lookUp, whyGone, type DrsHandler } from '../request.mts';
import { failedResult, messageOf, refuseCall, type AnyCode } from '../problems.mts';
import {
	modificationProblem,
	processingProblem,
	selectionProblem,
	speedProblem,
} from '../rules.mts';
import { CONFIGURING, STARTED } from '../statuses.mts';
import type { Json } from '../task.mts';

const ALIVE = new Set(['CREATING', ...CONFIGURING, ...STARTED]);

/** Modifying tasks in batches (drs_03_0107): settings, endpoints, notification. */
export const modifyTasks = batchChange(
	{ list: 'jobs', allowed: ALIVE, status: 200 },
	(task, entry, context) => {
		const {
			job_id: _id,
			source_endpoint: source,
			target_endpoint: target,
			store_db_info: store,
			name,
			...settings
		} = entry;
		if ((source || target || store) && !CONFIGURING.has(task.status))
			return { refused: 'DRS.M00304' };
		const problem = modificationProblem(entry);
		if (problem) return problem;
		if (name !== undefined) {
			const other = context.tasks.findByName(task.projectId, String(name));
			if (other && other !== task) return { refused: 'DRS.M00277' };
			context.tasks.rename(task, String(name));
		}
		Object.assign(task.settings, settings);
		Object.assign(task.source, source);
		Object.assign(task.target, target);
		if (store === true) task.stored = true;
		task.updatedAt = context.clock.now();
		return {};
	},
);

/** Selecting objects in batches: the answer names tasks by `job_id` and their success by a boolean. */
export const selectObjects: DrsHandler = (request, context) => {
	const entries = listIn(request.body, 'jobs');
	if (new Set(entries.map(({ job_id: id }) => id)).size < entries.length) {
		return refuseCall('DRS.M00301', 'job_id');
	}
	const results = entries.map((entry): Json => {
		const id = String(entry.job_id);
		const task = lookUp(id, request, context);
		const refused = (code: AnyCode): Json => ({
			job_id: id,
			status: false,
			error_code: code,
			error_msg: messageOf(code),
		});
		if (!task) return refused(whyGone(id, request, context));
		if (leavesToChildren(task)) return refused('DRS.M00307');
		if (task.status !== 'CONFIGURATION') return refused('DRS.M00304');
		const problem = selectionProblem(task);
		if (problem) return refused(problem.refused);
		task.objects = (entry.job ?? []) as Json[];
		return { job_id: id, status: true };
	});
	return batchAnswer(202, results, context, { all_counts: results.length });
};

/** Setting synchronization policies in batches. */
export const setSyncPolicies = batchChange(
	{ list: 'jobs', allowed: CONFIGURING, status: 200 },
	(task, entry) => {
		const { job_id: _id, ...policy } = entry;
		Object.assign(task.settings, policy);
		return {};
	},
);

/** Replacing definers in batches. */
export const setDefiners = batchChange(
	{ list: 'jobs', allowed: CONFIGURING, status: 200 },
	(task, entry) => {
		task.settings.replace_definer = entry.replace_definer;
		return {};
	},
);

/** Limiting the speed in batches: up to three time ranges a task, none lifts the limit. */
export const setFlowControl: DrsHandler = (request, context) => {
	for (const entry of listIn(request.body, 'speed_limits')) {
		const problem = speedProblem(listIn(entry, 'speed_limit'));
		if (problem) return refuseCall(problem.refused, problem.name);
	}
	return batchChange({ list: 'speed_limits', allowed: ALIVE, status: 200 }, (task, entry) => {
		const ranges = listIn(entry, 'speed_limit');
		const problem = speedProblem(ranges, task);
		if (problem) return problem;
		task.speedLimits = ranges;
		return {};
	})(request, context);
};

/** Setting data processing rules in batches. */
export const setDataProcessing: DrsHandler = (request, context) => {
	const results = listIn(request.body, 'jobs').map((entry): Json => {
		const id = String(entry.job_id);
		const task = lookUp(id, request, context);
		if (!task) return failedResult(id, whyGone(id, request, context));
		if (leavesToChildren(task)) return failedResult(id, 'DRS.M00307');
		if (!CONFIGURING.has(task.status)) return failedResult(id, 'DRS.M00304');
		const problem = processingProblem(entry, task);
		if (problem) return failedResult(id, problem.refused, problem.name);
		const rule = JSON.stringify({ ...entry, job_id: undefined });
		if (task.transformations.some((known) => JSON.stringify(known) === rule))
			return failedResult(id, 'DRS.M07000');
		task.transformations.push(JSON.parse(rule) as Json);
		return { id, status: 'success' };
	});
	return batchAnswer(200, results, context);
};
