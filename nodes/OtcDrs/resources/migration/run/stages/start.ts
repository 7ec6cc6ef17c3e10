import { WRONG_STATUS } from '../../../../../shared/drs/explainStatus';
import { START } from '../../../../../shared/drs/changes/lifeCycle';
import { dropRefused, refreshStatuses, changeMigrations } from '../changeMigrations';
import { onTheWay, type Migration, type RunContext, type Stage } from '../migration';
import { awaitResults } from './precheck';

const STAGE = 'start';

const isStartable = ({ status }: Migration): boolean =>
	['CONFIGURATION', 'START_JOB_FAILED'].includes(status);

const startAll = async (context: RunContext, migrations: readonly Migration[]) =>
	await changeMigrations(context, migrations, START, ({ plan }) => plan.startBody);

/** Starts the tasks, now or at the given time, and looks what became of them. */
export const start: Stage = {
	name: STAGE,
	concerns: isStartable,
	async run(context, migrations) {
		const refused = await startAll(context, migrations);
		const early = [...refused].flatMap(([migration, { errorCode }]) =>
			errorCode === WRONG_STATUS ? [migration] : [],
		);
		const known = await refreshStatuses(context, early);
		const premature = early.filter((migration) => known.has(migration) && isStartable(migration));
		/** Another run may have begun the pre-check anew: it is waited for, and the start is tried once more. */
		const passed = await awaitResults(context, premature);
		for (const migration of premature) refused.delete(migration);
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
