import { FLOOR, HTTP_REQUEST, HTTP_REQUEST_LISTS, OWN_LIST } from './n8n/subjects.mts';
import { BATCH_CALLS } from './n8n/batchCalls.mts';
import { OWN, type Row } from './row.mts';
import { VENDOR } from './signature/subjects.mts';

/** What the documentation promises, and what the rows say to it. */
export interface Promised {
	promise: string;
	measured: string;
	isKept: boolean;
}

/** Reads figures out of the rows of a run. */
class Figures {
	constructor(private readonly rows: readonly Row[]) {}

	/** @returns the median of a quantity; undefined if it was not measured */
	of(work: string, subject: string, quantity: string): number | undefined {
		return this.rows.find((row) => row.work === work && row.subject === subject)?.values[quantity]
			?.median;
	}

	/** @returns the largest or smallest median of a quantity over all works whose name begins like this */
	ofAll(work: string, subject: string, quantity: string): number[] {
		return this.rows
			.filter((row) => row.work.startsWith(work) && row.subject === subject)
			.flatMap(({ values }) => (values[quantity] ? [values[quantity].median] : []));
	}
}

const STATUS = 'status of 1,000 tasks, 20 ms';
/** Where a list of IDs has to be as fast as lists that were cut by hand. */
const LISTS = ['1,000', '10,000'].flatMap((tasks) =>
	[20, 100].map((latency) => `status of ${tasks} tasks, ${latency} ms`),
);
const UNDER_429 = `${STATUS}, 1 in 7 answered 429`;

const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ×`;

/** A promise about one value; undefined where a figure that it needs was not measured. */
type Check = (figures: Figures) => Promised | undefined;

const atLeast =
	(promise: string, least: number, ratio: (figures: Figures) => number): Check =>
	(figures) => {
		const value = ratio(figures);
		if (!Number.isFinite(value)) return undefined;
		return {
			promise: `${promise}: at least ${least} ×`,
			measured: times(value),
			isKept: value >= least,
		};
	};

const atMost =
	(
		promise: string,
		most: number,
		read: (figures: Figures) => number,
		text: (value: number) => string,
	): Check =>
	(figures) => {
		const value = read(figures);
		if (!Number.isFinite(value)) return undefined;
		return {
			promise: `${promise}: at most ${text(most)}`,
			measured: text(value),
			isKept: value <= most,
		};
	};

const exactly =
	(promise: string, wanted: number, read: (figures: Figures) => number | undefined): Check =>
	(figures) => {
		const value = read(figures);
		if (value === undefined) return undefined;
		const text = (count: number) => count.toLocaleString('en');
		return {
			promise: `${promise}: ${text(wanted)}`,
			measured: text(value),
			isKept: value === wanted,
		};
	};

const time = (figures: Figures, subject: string): number =>
	figures.of(STATUS, subject, 'time') ?? NaN;

const SIZES = ['0.1', '10', '1,000'];

const CHECKS: readonly Check[] = [
	atLeast(
		`${STATUS}: as fast as HTTP Request`,
		5,
		(figures) => time(figures, HTTP_REQUEST) / time(figures, OWN),
	),
	atLeast(
		`${STATUS}, IDs as one list: as fast as HTTP Request`,
		30,
		(figures) => time(figures, HTTP_REQUEST) / time(figures, OWN_LIST),
	),
	...LISTS.map((work) =>
		atLeast(
			`${work}, IDs as one list: as fast as HTTP Request with lists cut by hand`,
			1,
			(figures) =>
				(figures.of(work, HTTP_REQUEST_LISTS, 'time') ?? NaN) /
				(figures.of(work, OWN_LIST, 'time') ?? NaN),
		),
	),
	atMost(
		`${STATUS}: time, by floor and batch calls together`,
		1.2,
		(figures) => time(figures, OWN) / (time(figures, FLOOR) + time(figures, BATCH_CALLS)),
		times,
	),
	exactly(`${STATUS}: calls`, 10, (figures) => figures.of(STATUS, OWN, 'calls')),
	exactly(`${UNDER_429}: results`, 1_000, (figures) => figures.of(UNDER_429, OWN, 'results')),
	exactly(`${UNDER_429}, IDs as one list: results`, 1_000, (figures) =>
		figures.of(UNDER_429, OWN_LIST, 'results'),
	),
	exactly(
		'1,000 executions: logins',
		1,
		(figures) => figures.ofAll('1,000 executions', OWN, 'logins')[0],
	),
	...SIZES.map((size) =>
		atLeast(`signatures of ${size} kB: as many as the vendor's signer`, 2, (figures) => {
			const [ours, theirs] = [OWN, VENDOR].map(
				(subject) => figures.ofAll(`sign ${size} kB`, subject, 'rate')[0],
			);
			return ours / theirs;
		}),
	),
	atMost(
		'cold require of all nodes and credentials',
		25,
		(figures) => figures.of('cold require: all nodes and credentials', OWN, 'time') ?? NaN,
		(value) => `${value.toFixed(1)} ms`,
	),
	...['10,000', '100,000'].map((count) =>
		atMost(
			`${count} tasks: memory above idle`,
			300,
			(figures) => {
				const found = ['getStatus', 'get'].flatMap((query) =>
					[OWN, `${OWN}, expression per item`].flatMap((subject) =>
						figures.ofAll(`${query} of ${count} tasks`, subject, 'memory'),
					),
				);
				return found.length === 0 ? NaN : Math.max(...found);
			},
			(value) => `${value.toFixed(0)} MB`,
		),
	),
];

/** @returns which promises of the documentation the rows of a run keep; what was not measured is left out. */
export function checkPromises(rows: readonly Row[]): Promised[] {
	const figures = new Figures(rows);
	return CHECKS.flatMap((check) => check(figures) ?? []);
}

/** @returns the promises as a Markdown table. */
export const promiseTable = (promises: readonly Promised[]): string =>
	[
		'### promises',
		'',
		'| promise | measured | kept |',
		'| --- | --- | --- |',
		...promises.map(
			({ promise, measured, isKept }) =>
				`| ${promise} | ${measured} | ${isKept ? 'yes' : '**no**'} |`,
		),
	].join('\n');
