import type { IDataObject } from 'n8n-workflow';
import {
	failed,
	success,
	type Failure,
	type Outcome,
} from '../../../../../shared/failures/failure';
import { serviceText } from '../../../../../shared/failures/serviceError';
import { recordsIn } from '../../../../../shared/values/json';
import { queryTasks } from '../../../../../shared/drs/query';
import { PRECHECK } from '../../../../../shared/drs/changes/lifeCycle';
import { changeOrDrop, dropRefused } from '../changeMigrations';
import {
	changing,
	hold,
	onTheWay,
	reading,
	type Migration,
	type RunContext,
	type Stage,
} from '../migration';
import { partsOf } from '../parts';
import { readFindings } from '../precheckResult';
import { hasEnded } from '../../../../../shared/drs/precheckProcess';
import { PRECHECK_RESULT } from '../../../../../shared/drs/queries/precheck';

const STAGE = 'precheck';

/** Notes the alarms of a pre-check. @returns whether its migration passed, or the failed items with their remedies. */
function readResult({ plan, id, facts }: Migration, result: IDataObject): Outcome<void> {
	const { failures, alarms, standing, hasPassed } = readFindings(
		result,
		plan.settings.acceptAlarms,
	);
	if (alarms.length > 0) facts.precheck_alarms = alarms;
	if (hasPassed) return success(undefined);
	const named = standing.map(({ item, reason }) =>
		reason === undefined ? String(item) : `${String(item)} (${String(reason)})`,
	);
	const onlyAlarms = failures.length === 0 && standing.length > 0;
	return failed({
		message: `Task "${plan.task.body.name}": the pre-check ${onlyAlarms ? 'has alarms' : 'failed'}: ${serviceText(named.join('; ')) ?? 'the service gave no reason'}`,
		description: onlyAlarms
			? 'Check each alarm. To start anyway, turn on the option "Accept Pre-Check Alarms".'
			: 'Fix the failed items, then run again. The run continues from here.',
		jobId: id,
		details: { failed_items: standing },
	});
}

/** @returns one result of the pre-checks of a task's parts: it has ended when all have, and passed when all have */
function combine(results: ReadonlyArray<Outcome<IDataObject>>): Outcome<IDataObject> {
	const [first, ...others] = results;
	return others.reduce((whole, part) => {
		if (!whole.ok || !part.ok) return whole.ok ? part : whole;
		const open = [whole.value, part.value].find((result) => !hasEnded(result));
		if (open) return success(open);
		return success({
			...whole.value,
			result: whole.value.result !== false && part.value.result !== false,
			precheck_result: [whole.value, part.value].flatMap((one) => recordsIn(one.precheck_result)),
		});
	}, first);
}

/**
 * Asks for the results of pre-checks. Drops the migrations that did not pass, and holds those whose pre-check has not ended.
 *
 * @returns the migrations that passed
 */
export async function readResults(
	context: RunContext,
	migrations: readonly Migration[],
): Promise<Migration[]> {
	const { client, queries } = context;
	const ids = migrations.flatMap((migration) => partsOf(migration).map(({ id }) => id));
	const results = await queryTasks(client, PRECHECK_RESULT, ids, queries);
	const refused = new Map<Migration, Failure>();
	for (const migration of migrations) {
		const { id, plan } = migration;
		const result = combine(partsOf(migration).map((part) => results.of(part.id)));
		if (result.ok && !hasEnded(result.value)) {
			hold(migration, STAGE, {
				message: `Task "${plan.task.body.name}": the pre-check did not finish in time`,
				description: 'Run again later. The run continues from here.',
				jobId: id,
			});
			continue;
		}
		const verdict = result.ok ? readResult(migration, result.value) : result;
		if (!verdict.ok) refused.set(migration, verdict.failure);
	}
	await dropRefused(context, STAGE, refused);
	return onTheWay(migrations).filter((migration) => !refused.has(migration));
}

/** Runs the pre-checks; failed items come with their remedies. */
export const precheck: Stage = {
	name: STAGE,
	concerns: ({ status }) => ['CONFIGURATION', 'START_JOB_FAILED'].includes(status),
	requests: () => [changing(PRECHECK.path), reading(PRECHECK_RESULT.path)],
	async run(context, migrations) {
		const begun = await changeOrDrop(
			context,
			STAGE,
			migrations.filter(({ isChecked }) => !isChecked),
			PRECHECK,
			() => ({ precheck_mode: 'forStartJob' }),
		);
		for (const migration of begun) migration.isChecked = true;
		const passed = await readResults(
			context,
			onTheWay(migrations).filter(({ isChecked }) => isChecked),
		);
		for (const migration of passed) migration.isChecked = undefined;
	},
};
