import { oldestN8n } from '../../compat/support/oldestN8n.mts';
import { waitUntil } from '../../e2e/support/exampleWorkflows.mts';
import {
	MOMENTS,
	type Members,
	type Moment,
	type Victim,
} from '../../e2e/support/kills/moments.mts';
import { startScene, type Scene } from '../../e2e/support/kills/scene.mts';
import { ROOT } from '../../e2e/support/stack.mts';
import { startCluster, type ClusterOptions } from './cluster.mts';

const PATIENCE = 180_000;
const UP = 'Editor is now accessible';

/** What each kill hits. */
const KILLED: Record<number, Members> = { 1: 'all', 2: 'main', 3: 'workers', 4: 'main' };

const IS_OLDEST = process.env.QUEUE_N8N === 'oldest';

/** The kill of regular mode in which executions are at work. */
const AT_WORK = 1;

/** A moment of regular mode, with another kill and perhaps another database. */
const inQueueMode = (moment: string, row: Partial<Moment>): Moment => ({
	...MOMENTS.find((one) => one.moment === moment)!,
	begins: 1,
	...row,
});

/** The workers live and go on. */
const whenMainIsKilled = (moment: string, database: string, row: Partial<Moment> = {}): Moment =>
	inQueueMode(moment, {
		...{ moment: `${moment}, main alone`, database, kill: 2, needsSecondRun: [] },
		...row,
	});

/** Main of n8n 2.0 alone remembers which workflow waits for a sub-execution; when it is killed, nobody resumes that. */
const FORGOTTEN: readonly Victim[] = ['oldest queue'];

/**
 * The moments of regular mode, and some of them when main alone is killed. What is parked, and what waits for a
 * sub-execution that has ended, goes on after a minute of n8n, so that it comes last in a kill.
 */
export const QUEUE_MOMENTS: readonly Moment[] = [
	inQueueMode('while the wait is parked', { kill: 1 }),
	whenMainIsKilled('before the creation is answered', 'without-main-creating'),
	whenMainIsKilled('in a turn, before the start is answered', 'without-main-in-turn', {
		needsSecondRun: FORGOTTEN,
	}),
	...MOMENTS.filter(({ kill }) => kill === AT_WORK).map((row) => ({ ...row, kill: 3 })),
	whenMainIsKilled('at the end of the sub-execution', 'without-main-at-end', {
		// It takes the oldest n8n longer to come there than a request can be held.
		...{ kill: IS_OLDEST ? 4 : 2, begins: 2, needsSecondRun: FORGOTTEN },
	}),
].map((row) => ({ ...row, killed: KILLED[row.kill] }));

/** The n8n that is killed in this run. */
export const VICTIM: Victim = IS_OLDEST ? 'oldest queue' : 'newest queue';

/** The modules that are left out of the newest n8n do not exist in the oldest. */
const CHOSEN: ClusterOptions = IS_OLDEST
	? { n8n: oldestN8n(ROOT), environment: { N8N_DISABLED_MODULES: '' } }
	: {};

/**
 * A minute takes the oldest n8n four seconds: it may take a sub-execution for ended when the next turn begins before main has
 * seen the end of the last one, which the hook of the test delays.
 */
const SPEED = IS_OLDEST ? 15 : undefined;

/** Starts n8n in queue mode, main and two workers, with the workflow that is killed. */
export const startQueue = async (): Promise<Scene> =>
	await startScene(async (start) => {
		// A part of an execution is over when a worker has stored it; main would tell of it again.
		const { EXTERNAL_HOOK_FILES, ...environment } = start.environment;
		const { simulator, api, main, workers, close } = await startCluster(
			ROOT,
			start.simulator,
			(line) => process.stderr.write(`${line}\n`),
			{
				...CHOSEN,
				environment: { ...environment, ...CHOSEN.environment },
				workerEnvironment: { EXTERNAL_HOOK_FILES },
				mainTakesWebhooks: true,
			},
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
				// Main is last: a worker marks as crashed what it has run before, if main has resumed it meanwhile.
				for (const some of [workers, [main]]) {
					const dead = some.filter((member) => members[killed].includes(member));
					await Promise.all(dead.map(async (member) => await member.start()));
				}
				const isUp = () => killed === 'workers' || starts() > before;
				await waitUntil('the end of the start', isUp, PATIENCE);
			},
		};
	}, SPEED);
