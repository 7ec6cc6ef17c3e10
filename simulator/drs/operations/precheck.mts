import { batchAnswer } from '../batch.mts';
import type { DrsContext } from '../context.mts';
import { PRECHECK_ITEMS } from '../precheckItems.mts';
import { messageOf, refuseCall } from '../problems.mts';
import { batchChange, listIn, lookUp, whyGone, type DrsHandler } from '../request.mts';
import type { Finding, Json, Precheck, Task } from '../task.mts';

/** What every pre-check finds. */
const USUAL: ReadonlyArray<[item: string, finding: Finding]> = [
	[
		'srcDbBinlogExpireLogsDays',
		{ result: 'ALARM', reason: 'Keep binlogs for at least three days.' },
	],
];

/** What this run of the pre-check finds, by what is scripted for the task. */
function findingsFor(task: Task, { outcomes }: DrsContext): Map<string, Finding> {
	const scripted = outcomes.due('precheckItem', task);
	for (const outcome of scripted) outcomes.note(outcome, task);
	return new Map([
		...USUAL,
		...scripted
			.reverse()
			.map(
				({ item = '', result = 'FAILED', reason = `${item} did not pass.` }): [string, Finding] => [
					item,
					{ result, reason },
				],
			),
	]);
}

/** Running pre-checks in batches. */
export const precheck = batchChange(
	{ list: 'jobs', allowed: new Set(['CONFIGURATION', 'START_JOB_FAILED']), status: 200 },
	(task, _entry, context) => {
		const findings = findingsFor(task, context);
		task.precheck = { id: task.id, startedAt: context.clock.now(), findings };
		return { precheck_id: task.precheck.id };
	},
);

function checked({ findings }: Precheck, item: string, group: string): Json {
	const finding = findings.get(item);
	if (!finding) return { item, group, result: 'PASSED' };
	const { result, reason } = finding;
	const raw = result === 'FAILED' ? { raw_error_msg: reason } : {};
	return { item, group, result, failed_reason: reason, ...raw };
}

function resultOf(task: Task, { clock, durations, forms }: DrsContext): Json {
	const { precheck } = task;
	if (!precheck)
		return {
			precheck_id: task.id,
			result: false,
			error_code: 'DRS.M00304',
			error_msg: messageOf('DRS.M00304'),
		};
	const share = Math.min(1, (clock.now() - precheck.startedAt) / durations.precheck);
	const items = PRECHECK_ITEMS.slice(0, Math.floor(share * PRECHECK_ITEMS.length)).map(
		([item, group]) => checked(precheck, item, group),
	);
	const passed = items.filter(({ result }) => result !== 'FAILED').length;
	const managed = task.settings.job_direction === 'down' ? task.source : task.target;
	return {
		precheck_id: precheck.id,
		result: share === 1 && passed === items.length,
		process: `${Math.floor(share * 100)}${forms.percentSign ? '%' : ''}`,
		total_passed_rate: `${items.length === 0 ? 0 : Math.round((passed / items.length) * 100)}%`,
		rds_instance_id: managed.inst_id,
		job_direction: task.settings.job_direction,
		precheck_result: items,
	};
}

/** @returns whether the pre-check of a task has ended without a failed item. */
export const isPassed = (task: Task, context: DrsContext): boolean =>
	resultOf(task, context).result === true;

/** Querying pre-check results in batches. */
export const getPrecheckResults: DrsHandler = (request, context) => {
	const ids = listIn<string>(request.body, 'jobs');
	if (new Set(ids).size < ids.length) return refuseCall('DRS.M00301', 'jobs');
	const results = ids.map((id): Json => {
		const task = lookUp(id, request, context);
		if (task) return resultOf(task, context);
		const code = whyGone(id, request, context);
		return { precheck_id: id, result: false, error_code: code, error_msg: messageOf(code) };
	});
	return batchAnswer(200, results, context);
};
