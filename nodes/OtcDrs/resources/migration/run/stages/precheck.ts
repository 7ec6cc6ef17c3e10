import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../../../shared/errors/failure';
import { waitForAnswers } from '../../../common/waitForAnswers';
import { run as runPrecheck } from '../../../precheck/run';
import { changeAll } from '../changeAll';
import {
	deadlineIn,
	drop,
	onTheWay,
	type Migration,
	type RunContext,
	type RunSettings,
	type Stage,
} from '../migration';
import { remedyFor } from '../precheckRemedies';

const STAGE = 'precheck';

const itemsIn = (result: IDataObject): IDataObject[] =>
	Array.isArray(result.precheck_result) ? (result.precheck_result as IDataObject[]) : [];

/** @returns an item of a pre-check as people need it: what, why, and what to do. */
function explain({
	item,
	result,
	failed_reason: reason,
	raw_error_msg: raw,
}: IDataObject): IDataObject {
	const why = [reason, raw].find((text) => typeof text === 'string' && text !== '');
	return { item, result, reason: why, remedy: remedyFor(String(item)) };
}

function judge(
	{ plan, id, facts }: Migration,
	result: IDataObject,
	{ acceptAlarms }: RunSettings,
): Outcome<void> {
	const items = itemsIn(result);
	const failures = items.filter((entry) => entry.result === 'FAILED').map(explain);
	const alarms = items.filter((entry) => entry.result === 'ALARM').map(explain);
	if (alarms.length > 0) facts.precheck_alarms = alarms;
	const standing = [...failures, ...(acceptAlarms ? [] : alarms)];
	if (standing.length === 0 && result.result !== false) return success(undefined);
	const named = standing.map(({ item, reason }) =>
		reason === undefined ? String(item) : `${String(item)} (${String(reason)})`,
	);
	const onlyAlarms = failures.length === 0 && standing.length > 0;
	return failed({
		message: `Task "${plan.task.body.name}": the pre-check ${onlyAlarms ? 'has alarms' : 'failed'}: ${named.join('; ')}`,
		description: onlyAlarms
			? 'Look at each alarm. To start in spite of them, turn on the option "Accept Pre-Check Alarms".'
			: 'Mend what each failed item names, then run again: the run goes on from here.',
		jobId: id,
		details: { failed_items: standing },
	});
}

/** Asks for the results until every pre-check has ended, and drops the migrations that did not pass. */
async function awaitResults(
	{ client, settings, queries }: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	const byId = new Map(migrations.map((migration) => [migration.id, migration]));
	const results = await waitForAnswers(client, 'precheck', [...byId.keys()], {
		...queries,
		isSettled: ({ process }) => process === '100%',
		deadline: deadlineIn(client, settings.stageMinutes),
		describe: (id) => ({
			message: `Task "${byId.get(id)?.plan.task.body.name ?? id}": the pre-check has not ended in time`,
			description: 'Run again later: the run goes on from here.',
			jobId: id,
		}),
	});
	for (const [id, migration] of byId) {
		const result = results.get(id) as Outcome<IDataObject>;
		const verdict = result.ok ? judge(migration, result.value, settings) : result;
		if (!verdict.ok) drop(migration, STAGE, verdict.failure);
	}
}

/** Lets the service check source, target and settings; failed items come with their remedies. */
export const precheck: Stage = {
	name: STAGE,
	concerns: ({ status }) => ['CONFIGURATION', 'START_JOB_FAILED'].includes(status),
	async run(context, migrations) {
		await changeAll(context, STAGE, migrations, runPrecheck.change, () => ({
			precheck_mode: 'forStartJob',
		}));
		await awaitResults(context, onTheWay(migrations));
	},
};
