import { inTurn } from '../measure/inTurn.mts';
import { OWN_BY_EXPRESSION, valuesOf } from '../inProcess/index.mts';
import { measure, median, OWN, type BenchOptions, type Row } from '../row.mts';
import { runJob, startCloud } from '../worker/index.mts';
import type { Work, WorkResult } from '../worker/job.mts';
import { growthExponent, knee, steepest, type Point } from './fit.mts';

const COUNTS = [100, 1000, 10_000, 100_000];
const ROUNDS = 2;
/** A hundred tasks take less than the clock's grain of processor time. */
const repeatsOf = (count: number): number => Math.max(1, Math.min(20, 5_000 / count));

const SOURCES: Record<string, Work['ids']> = { [OWN]: 'list', [OWN_BY_EXPRESSION]: 'expression' };

const PART = 'growth';

/**
 * The row that says how the processor time grows, which others at work on the machine disturb less than the time: over
 * all, in the steepest step from one size to the next, and from where on an item is dearer, if that ever happens.
 */
function fitRow(subject: string, points: readonly Point[]): Row {
	const bend = knee(points);
	return {
		part: PART,
		work: 'growth of the CPU time',
		subject,
		noPeer: true,
		values: {
			exponent: measure([growthExponent(points)], '', 'less'),
			'steepest step': measure([steepest(points)], '', 'less'),
			...(bend === undefined ? {} : { knee: measure([bend], 'items', 'more') }),
		},
	};
}

function rowsOf(subject: string, counts: readonly number[], results: WorkResult[][]): Row[] {
	const measured = counts.map(
		(count, at): Row => ({
			part: PART,
			work: `getStatus of ${count.toLocaleString('en')} tasks`,
			subject,
			noPeer: true,
			values: valuesOf(count, results[at]),
		}),
	);
	const points = counts.map((count, at) => ({
		items: count,
		cost: median(results[at].flatMap(({ cpus }) => cpus)),
	}));
	return [...measured, fitRow(subject, points)];
}

/**
 * Time and memory of the node in n8n's engine from 100 to 100,000 tasks (10,000 when quick), with the IDs from one list
 * and from an expression per item. Each size has a process of its own, in turn; when quick, all are done in one, from
 * small to large.
 *
 * @throws Error if our package is not built, or a result is missing or wrong
 */
export async function benchGrowth({ quick, seed }: BenchOptions): Promise<Row[]> {
	const counts = quick ? COUNTS.slice(0, -1) : COUNTS;
	const sizes = Object.entries(SOURCES).flatMap(([subject, ids]) =>
		counts.map((count) => ({ subject, count, ids })),
	);
	const { cloud, close } = await startCloud(counts.at(-1)!, seed);
	const work = ({ count, ids }: { count: number; ids: Work['ids'] }): Work => ({
		query: 'getStatus',
		count,
		ids,
		repeats: quick ? 1 : repeatsOf(count),
	});
	const job = async (works: Work[]) => await runJob({ worker: 'node', works, cloud });

	async function inOneProcess(): Promise<WorkResult[][]> {
		return (await job(sizes.map(work))).map((result) => [result]);
	}

	async function inProcessesOfTheirOwn(): Promise<WorkResult[][]> {
		const subjects = sizes.map(
			(size) =>
				[`${size.subject} ${size.count}`, async () => (await job([work(size)]))[0]] as const,
		);
		return Object.values(await inTurn(Object.fromEntries(subjects), ROUNDS, seed));
	}

	try {
		const results = quick ? await inOneProcess() : await inProcessesOfTheirOwn();
		return Object.keys(SOURCES).flatMap((subject, at) =>
			rowsOf(subject, counts, results.slice(at * counts.length, (at + 1) * counts.length)),
		);
	} finally {
		await close();
	}
}
