import { WRONG_STATUS } from '../../../../../shared/drs/explainStatus';
import { START } from '../../../../../shared/drs/changes/lifeCycle';
import { STATUS } from '../../../../../shared/drs/queries/status';
import { dropRefused, refreshStatuses, changeMigrations } from '../changeMigrations';
import {
	changing,
	hold,
	onTheWay,
	reading,
	type Migration,
	type RunContext,
	type Stage,
} from '../migration';
import { readResults } from './precheck';

const STAGE = 'start';

const isStartable = ({ status }: Pick<Migration, 'status'>): boolean =>
	['CONFIGURATION', 'START_JOB_FAILED'].includes(status);

const startAll = async (context: RunContext, migrations: readonly Migration[]) =>
	await changeMigrations(context, migrations, START, ({ plan }) => plan.startBody);

/** @returns the migrations that have not been started yet: an order whose end was unclear is not given again before this was looked up. */
async function notYetStarted(
	context: RunContext,
	migrations: readonly Migration[],
): Promise<Migration[]> {
	const ordered = migrations.filter(({ isStarted }) => isStarted);
	const known = await refreshStatuses(context, ordered);
	for (const migration of ordered) {
		if (known.has(migration)) continue;
		hold(migration, STAGE, {
			message: `Task "${migration.plan.task.body.name}": it is unclear whether it was started`,
			description: 'Check its status, or run again. The run continues from here.',
			jobId: migration.id,
		});
	}
	return onTheWay(migrations).filter(isStartable);
}

/** Starts the tasks, now or at the given time, and looks what became of them. */
export const start: Stage = {
	name: STAGE,
	concerns: isStartable,
	requests: () => [changing(START.path), reading(STATUS.path)],
	async run(context, migrations) {
		const ready = await notYetStarted(context, migrations);
		const toStart = ready.filter(({ isChecked }) => !isChecked);
		for (const migration of toStart) migration.isStarted = true;
		const refused = await startAll(context, toStart);
		const early = [...refused].flatMap(([migration, { errorCode }]) =>
			errorCode === WRONG_STATUS ? [migration] : [],
		);
		const known = await refreshStatuses(context, early);
		/** Another run may have started the pre-check again: it is waited for, and the start is tried once more. */
		for (const migration of early) {
			if (!known.has(migration) || !isStartable(migration)) continue;
			migration.isChecked = true;
			refused.delete(migration);
		}
		const passed = await readResults(
			context,
			ready.filter(({ isChecked }) => isChecked),
		);
		for (const [migration, failure] of await startAll(context, passed)) {
			refused.set(migration, failure);
		}
		await dropRefused(context, STAGE, refused);
		const started = onTheWay(migrations).filter(isStartable);
		const read = await refreshStatuses(context, started);
		/** A status that follows late would tell people to start a task that was started. */
		for (const migration of started.filter((one) => !read.has(one) || isStartable(one))) {
			const { plan, facts } = migration;
			migration.status = plan.startBody.start_time ? 'WAITING_FOR_START' : 'STARTJOBING';
			facts.status_assumed = true;
		}
	},
};
