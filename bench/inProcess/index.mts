import { inTurn } from '../measure/inTurn.mts';
import { measure, OWN, type BenchOptions, type Row } from '../row.mts';
import { VENDOR } from '../signature/subjects.mts';
import { runJob, startCloud } from '../worker/index.mts';
import type { Cloud, Query, Work, Worker, WorkResult } from '../worker/job.mts';

/** The same node, when an expression names the task of every item. */
export const OWN_BY_EXPRESSION = `${OWN}, expression per item`;

/** How many tasks, and how often. */
interface Scale {
	count: number;
	queries: Query[];
	/** Processes of each subject, in turn. */
	rounds: number;
	/** How often each process does it. */
	repeats: number;
	/** How the node finds the IDs. With an expression per item, the largest case is a row of the growth. */
	ids: Array<Work['ids']>;
}

const SCALES: Scale[] = [
	{
		count: 1000,
		queries: ['getStatus', 'get'],
		rounds: 2,
		repeats: 2,
		ids: ['list', 'expression'],
	},
	{
		count: 10_000,
		queries: ['getStatus', 'get'],
		rounds: 2,
		repeats: 2,
		ids: ['list', 'expression'],
	},
	{ count: 100_000, queries: ['getStatus', 'get'], rounds: 2, repeats: 1, ids: ['list'] },
];
const QUICK_SCALES: Scale[] = [
	{ count: 1000, queries: ['getStatus'], rounds: 1, repeats: 2, ids: ['list', 'expression'] },
];

/** What a work is measured by, as the values of a row. */
export function valuesOf(count: number, results: readonly WorkResult[]): Row['values'] {
	const perTask = (totals: number[], unit: string) =>
		measure(
			totals.map((total) => total / count),
			unit,
			'less',
		);
	return {
		'time per task': perTask(
			results.flatMap(({ times }) => times),
			'ms',
		),
		'CPU per task': perTask(
			results.flatMap(({ cpus }) => cpus),
			'µs',
		),
		memory: measure(
			results.map(({ memory }) => memory),
			'MB',
			'less',
		),
	};
}

async function compare(cloud: Cloud, scale: Scale, query: Query, seed: number): Promise<Row[]> {
	const { count, rounds, repeats } = scale;
	const job = (worker: Worker, ids: Array<Work['ids']>) => async () =>
		await runJob({
			worker,
			works: ids.map((source) => ({ query, count, ids: source, repeats })),
			cloud,
		});
	const results = await inTurn(
		{
			[OWN]: job('node', scale.ids),
			axios: job('axios', ['list']),
			[VENDOR]: job('vendor', ['list']),
		},
		rounds,
		seed,
	);
	const work = `${query} of ${count.toLocaleString('en')} tasks`;
	const row = (subject: string, at: number, from: WorkResult[][]): Row => ({
		part: 'in process',
		work,
		subject,
		noPeer: subject === OWN_BY_EXPRESSION,
		values: valuesOf(
			count,
			from.map((works) => works[at]),
		),
	});
	return [
		...scale.ids.map((source, at) =>
			row(source === 'list' ? OWN : OWN_BY_EXPRESSION, at, results[OWN]),
		),
		row('axios', 0, results.axios),
		row(VENDOR, 0, results[VENDOR]),
	];
}

/**
 * The node in n8n's engine, versus the bare batch calls (axios, the limit) and the vendor's SDK core, each in a process of
 * its own, against a simulator without latency.
 *
 * @throws Error if our package is not built, or a result is missing or wrong
 */
export async function benchInProcess({ quick, seed }: BenchOptions): Promise<Row[]> {
	const scales = quick ? QUICK_SCALES : SCALES;
	const most = Math.max(...scales.map(({ count }) => count));
	const { cloud, close } = await startCloud(most, seed);
	try {
		const rows: Row[] = [];
		for (const scale of scales) {
			for (const query of scale.queries) rows.push(...(await compare(cloud, scale, query, seed)));
		}
		return rows;
	} finally {
		await close();
	}
}
