import { OWN_BY_EXPRESSION, valuesOf } from '../inProcess/index.mts';
import { measure, median, OWN, type BenchOptions, type Row } from '../row.mts';
import { runJob, startCloud } from '../worker/index.mts';
import type { Work, WorkResult } from '../worker/job.mts';
import { growthExponent, knee, type Point } from './fit.mts';

interface Step {
	count: number;
	repeats: number;
}

const STEPS: readonly Step[] = [
	{ count: 100, repeats: 20 },
	{ count: 1000, repeats: 5 },
	{ count: 10_000, repeats: 2 },
	{ count: 100_000, repeats: 1 },
];

const SOURCES: Record<string, Work['ids']> = { [OWN]: 'list', [OWN_BY_EXPRESSION]: 'expression' };

const PART = 'growth';

/**
 * The row that says how the processor time grows, which others at work on the machine disturb less than the time. Where no
 * step is dearer than the ones before, it has no knee.
 */
function fitRow(subject: string, points: readonly Point[]): Row {
	const bend = knee(points);
	return {
		part: PART,
		work: 'growth of the CPU time',
		subject,
		values: {
			exponent: measure([growthExponent(points)], '', 'less'),
			...(bend === undefined ? {} : { knee: measure([bend], 'items', 'more') }),
		},
	};
}

function rowsOf(subject: string, steps: readonly Step[], results: readonly WorkResult[]): Row[] {
	const measured = steps.map(
		({ count }, at): Row => ({
			part: PART,
			work: `getStatus of ${count.toLocaleString('en')} tasks`,
			subject,
			values: valuesOf(count, [results[at]]),
		}),
	);
	const points = steps.map(({ count }, at) => ({ items: count, cost: median(results[at].cpus) }));
	return [...measured, fitRow(subject, points)];
}

/**
 * Time and memory of the node in n8n's engine from 100 to 100,000 tasks (10,000 when quick): with the IDs from one list
 * and from an expression per item, from small to large, each way in a process of its own (both in one when quick).
 *
 * @throws Error if our package is not built, or a result is missing or wrong
 */
export async function benchGrowth({ quick, seed }: BenchOptions): Promise<Row[]> {
	const steps = quick ? STEPS.slice(0, -1).map(({ count }) => ({ count, repeats: 1 })) : STEPS;
	const subjects = Object.keys(SOURCES);
	const groups = quick ? [subjects] : subjects.map((subject) => [subject]);
	const { cloud, close } = await startCloud(steps.at(-1)!.count, seed);
	try {
		const rows: Row[] = [];
		for (const group of groups) {
			const works = group.flatMap((subject) =>
				steps.map((step): Work => ({ ...step, query: 'getStatus', ids: SOURCES[subject] })),
			);
			const results = await runJob({ worker: 'node', works, cloud });
			rows.push(
				...group.flatMap((subject, at) =>
					rowsOf(subject, steps, results.slice(at * steps.length, (at + 1) * steps.length)),
				),
			);
		}
		return rows;
	} finally {
		await close();
	}
}
