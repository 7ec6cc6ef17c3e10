import { waitUntil } from '../../e2e/support/exampleWorkflows.mts';
import { MOMENTS, type Members, type Moment } from '../../e2e/support/kills/moments.mts';
import { startScene, type Scene } from '../../e2e/support/kills/scene.mts';
import { ROOT } from '../../e2e/support/stack.mts';
import { startCluster } from './cluster.mts';

const PATIENCE = 180_000;
const UP = 'Editor is now accessible';

/** What each kill hits. */
const KILLED: Record<number, Members> = { 1: 'all', 2: 'main', 3: 'workers' };

/** The kill of regular mode in which executions are at work. */
const AT_WORK = 1;

/** A moment of regular mode, with another kill and perhaps another database. */
const inQueueMode = (moment: string, row: Partial<Moment>): Moment => ({
	...MOMENTS.find((one) => one.moment === moment)!,
	begins: 1,
	...row,
});

/** The workers live and go on, so that no second run is needed. */
const whenMainIsKilled = (moment: string, database: string, begins = 1): Moment =>
	inQueueMode(moment, {
		...{ moment: `${moment}, main alone`, database },
		...{ kill: 2, begins, needsSecondRun: [] },
	});

/**
 * The moments of regular mode, and some of them when main alone is killed. What is parked, and what waits for a
 * sub-execution that has ended, goes on after a minute of n8n, so that it comes last in a kill.
 */
export const QUEUE_MOMENTS: readonly Moment[] = [
	inQueueMode('while the wait is parked', { kill: 1 }),
	whenMainIsKilled('before the creation is answered', 'without-main-creating'),
	whenMainIsKilled('in a turn, before the start is answered', 'without-main-in-turn'),
	whenMainIsKilled('at the end of the sub-execution', 'without-main-at-end', 2),
	...MOMENTS.filter(({ kill }) => kill === AT_WORK).map((row) => ({ ...row, kill: 3 })),
].map((row) => ({ ...row, killed: KILLED[row.kill] }));

/** Starts n8n in queue mode, main and two workers, with the workflow that is killed. */
export const startQueue = async (): Promise<Scene> =>
	await startScene(async (start) => {
		// A part of an execution is over when a worker has stored it; main would tell of it again.
		const { EXTERNAL_HOOK_FILES, ...environment } = start.environment;
		const { simulator, api, main, workers, close } = await startCluster(
			ROOT,
			start.simulator,
			(line) => process.stderr.write(`${line}\n`),
			{ environment, workerEnvironment: { EXTERNAL_HOOK_FILES }, mainTakesWebhooks: true },
		);
		const members = { all: [main, ...workers], main: [main], workers };
		let killed: Members = 'all';
		return {
			...{ api, url: main.url, simulator, close },
			async kill(what = 'all') {
				killed = what;
				await Promise.all(members[what].map(async (member) => await member.kill()));
			},
			async restart() {
				const starts = () => main.log().split(UP).length;
				const before = starts();
				await Promise.all(members[killed].map(async (member) => await member.start()));
				const isUp = () => killed === 'workers' || starts() > before;
				await waitUntil('the end of the start', isUp, PATIENCE);
			},
		};
	});
