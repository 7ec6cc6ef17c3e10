import { OWN_BY_EXPRESSION, valuesOf } from '../inProcess/index.mts';
import { measure, median, OWN, type BenchOptions, type Row } from '../row.mts';
import { runJob, startCloud } from '../worker/index.mts';
import type { Work } from '../worker/job.mts';
import { growthExponent, knee, type Point } from './fit.mts';

const STEPS = [
	{ count: 100, repeats: 20 },
	{ count: 1000, repeats: 5 },
	{ count: 10_000, repeats: 2 },
	{ count: 100_000, repeats: 1 },
];

const SOURCES: Record<string, Work['ids']> = { [OWN]: 'list', [OWN_BY_EXPRESSION]: 'expression' };

const PART = 'growth';

/** The row that says how the time grows. Where no step is dearer than the ones before, it has no knee. */
function fitRow(subject: string, points: readonly Point[]): Row {
	const bend = knee(points);
	return {
		part: PART,
		work: 'growth of the time',
		subject,
		values: {
			exponent: measure([growthExponent(points)], '', 'less'),
			...(bend === undefined ? {} : { knee: measure([bend], 'items', 'more') }),
		},
	};
}

/**
 * Time and memory of the node in n8n's engine from 100 to 100,000 tasks (10,000 when quick): with the IDs from one list
 * and from an expression per item, each way in one process from small to large.
 *
 * @throws Error if our package is not built, or a result is missing or wrong
 */
export async function benchGrowth({ quick, seed }: BenchOptions): Promise<Row[]> {
	const steps = quick ? STEPS.slice(0, -1).map(({ count }) => ({ count, repeats: 1 })) : STEPS;
	const { cloud, close } = await startCloud(steps.at(-1)!.count, seed);
	try {
		const rows: Row[] = [];
		for (const [subject, ids] of Object.entries(SOURCES)) {
			const works = steps.map((step): Work => ({ ...step, query: 'getStatus', ids }));
			const results = await runJob({ worker: 'node', works, cloud });
			const points = steps.map(({ count }, at) => ({
				items: count,
				time: median(results[at].times),
			}));
			const measured = steps.map(
				({ count }, at): Row => ({
					part: PART,
					work: `getStatus of ${count.toLocaleString('en')} tasks`,
					subject,
					values: valuesOf(count, [results[at]]),
				}),
			);
			rows.push(...measured, fitRow(subject, points));
		}
		return rows;
	} finally {
		await close();
	}
}
