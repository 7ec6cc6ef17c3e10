import type { IDataObject } from 'n8n-workflow';
import {
	failed,
	success,
	type Failure,
	type Outcome,
} from '../../../../../shared/failures/failure';
import { serviceText } from '../../../../../shared/failures/serviceError';
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
	type RunSettings,
	type Stage,
} from '../migration';
import { readFindings } from '../precheckResult';
import { hasEnded } from '../../../../../shared/drs/precheckProcess';
import { PRECHECK_RESULT } from '../../../../../shared/drs/queries/precheck';

const STAGE = 'precheck';

/** Notes the alarms of a pre-check. @returns whether its migration passed, or the failed items with their remedies. */
function readResult(
	{ plan, id, facts }: Migration,
	result: IDataObject,
	{ acceptAlarms }: RunSettings,
): Outcome<void> {
	const { failures, alarms, standing, hasPassed } = readFindings(result, acceptAlarms);
	if (alarms.length > 0) facts.precheck_alarms = alarms;
	if (hasPassed) return success(undefined);
	const named = standing.map(({ item, reason }) =>
		reason === undefined ? String(item) : `${String(item)} (${String(reason)})`,
	);
	const onlyAlarms = failures.length === 0 && standing.length > 0;
	return failed({
		message: `Task "${plan.task.body.name}": the pre-check ${onlyAlarms ? 'has alarms' : 'failed'}: ${serviceText(named.join('; ')) ?? 'the service does not say why'}`,
		description: onlyAlarms
			? 'Look at each alarm. To start in spite of them, turn on the option "Accept Pre-Check Alarms".'
			: 'Mend what each failed item names, then run again: the run goes on from here.',
		jobId: id,
		details: { failed_items: standing },
	});
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
	const { client, settings, queries } = context;
	const ids = migrations.map(({ id }) => id);
	const results = await queryTasks(client, PRECHECK_RESULT, ids, queries);
	const refused = new Map<Migration, Failure>();
	for (const migration of migrations) {
		const { id, plan } = migration;
		const result = results.of(id);
		if (result.ok && !hasEnded(result.value)) {
			hold(migration, STAGE, {
				message: `Task "${plan.task.body.name}": the pre-check has not ended in time`,
				description: 'Run again later: the run goes on from here.',
				jobId: id,
			});
			continue;
		}
		const verdict = result.ok ? readResult(migration, result.value, settings) : result;
		if (!verdict.ok) refused.set(migration, verdict.failure);
	}
	await dropRefused(context, STAGE, refused);
	return onTheWay(migrations).filter((migration) => !refused.has(migration));
}

/** Lets the service check source, target and settings; failed items come with their remedies. */
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
