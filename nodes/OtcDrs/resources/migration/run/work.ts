import { MAX_BATCH_SIZE, type SendingOptions } from '../../../../shared/batch/sending';
import type { ApiClient } from '../../../../shared/client/client';
import type { RetryPolicy } from '../../../../shared/http/types';
import { withSettled } from '../../../../shared/n8n/earlierTries';
import { intervalAfter } from '../../../../shared/n8n/parking/interval';
import { again, DONE, type Work } from '../../../../shared/n8n/parking/work';
import type { ItemResult } from '../../../../shared/n8n/results';
import { cleanUp, dropFailed } from './finish';
import type { Migration, MigrationState, RunContext } from './migration';
import { toOutcome } from './output';
import type { Plan } from './plan';
import { THE_TASK } from '../../task/create/names';
import { endOfStage, limitOfRun, moveAll } from './turn';

/** All that is to be done. */
export interface RunPlan {
	retry: RetryPolicy;
	/** How all are sent. */
	settings: SendingOptions;
	plans: Plan[];
	/** What became of the items before: those that cannot be read, and what an earlier try did. */
	settled: ItemResult[];
}

/** How far a run is. */
export interface RunProgress {
	/** When it began, in ms since 1970. */
	since: number;
	/** Since when nothing is waited for but the transfer of data, in ms since 1970. */
	transferSince?: number;
	/** One for each plan, in their order. */
	migrations: MigrationState[];
}

const INTERVALS = { firstInterval: 60_000, longestInterval: 600_000 };

const migrationsOf = ({ plans }: RunPlan, { migrations }: RunProgress): Migration[] =>
	migrations.map((state, index) => ({ ...state, plan: plans[index] }));

/** @returns what may be stored of a migration: all but its plan, which holds passwords */
function toState(migration: Migration): MigrationState {
	const state: MigrationState & { plan?: Plan } = { ...migration };
	delete state.plan;
	return state;
}

/** @returns when to look again, in ms since 1970: every minute, less often while data is transferred */
function nextTurn(now: number, waiting: readonly Migration[], progress: RunProgress) {
	const isTransfer = waiting.every(({ at }) => at === 'wait');
	progress.transferSince = isTransfer ? (progress.transferSince ?? now) : undefined;
	const interval = intervalAfter(now - (progress.transferSince ?? now), INTERVALS);
	const end = waiting.reduce(
		(earliest, migration) =>
			Math.min(earliest, endOfStage(migration), progress.since + limitOfRun(migration.plan)),
		Infinity,
	);
	return Math.min(now + interval, Math.max(now, end));
}

/**
 * Brings all databases of a run as far as they are to go, each at its own pace.
 *
 * @param tell is told how far the run is
 */
export const runWork = (
	tell: (words: string) => void = () => undefined,
): Work<RunPlan, RunProgress, ApiClient> => ({
	name: 'migration.run',
	keepsItems: false,
	deadline: ({ plans }, { since }) =>
		since + plans.reduce((most, plan) => Math.max(most, limitOfRun(plan)), 0),
	async turn(client, plan, progress) {
		const { settings } = plan;
		const context: RunContext = {
			client,
			settings,
			queries: { batchSize: MAX_BATCH_SIZE, concurrency: settings.concurrency },
		};
		const migrations = migrationsOf(plan, progress);
		await moveAll(context, migrations, progress.since, tell);
		const waiting = migrations.filter(({ failure, waits }) => failure === undefined && waits);
		if (waiting.length === 0) {
			await dropFailed(context, migrations);
			await cleanUp(context, migrations);
		}
		progress.migrations = migrations.map(toState);
		return waiting.length === 0 ? DONE : again(nextTurn(client.now(), waiting, progress));
	},
	results: (plan, progress) =>
		withSettled(
			migrationsOf(plan, progress).map((migration) => ({
				item: migration.item,
				key: THE_TASK,
				outcome: toOutcome(migration),
			})),
			plan.settled,
		),
});
