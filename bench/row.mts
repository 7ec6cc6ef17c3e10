/** One quantity, measured several times. */
export interface Measure {
	median: number;
	lowest: number;
	highest: number;
	/** How often it was measured. */
	runs: number;
	/** Such as `ms` or `signatures/s`. */
	unit: string;
	better: 'more' | 'less';
}

/** One subject in one case: a line of the table. */
export interface Row {
	/** The part of the benchmark, such as `signature`. */
	part: string;
	/** The work; all subjects of one work do the same. */
	work: string;
	/** Who did it, such as `OTC DRS`. */
	subject: string;
	/** By what was measured, such as `memory`. */
	values: Record<string, Measure>;
	/** Whether this is no peer, but a bound that no node can pass, or OTC DRS itself in another setting. */
	noPeer?: boolean;
}

/** How a part of the benchmark is run. */
export interface BenchOptions {
	/** Fewer rounds and smaller cases. */
	quick: boolean;
	/** For everything that is by chance. */
	seed: number;
	/** When everything should have ended, in ms by `performance.now()`; what could be repeated is then not repeated. */
	until: number;
	/** In n8n, only cases whose names contain this. */
	only?: string;
}

/** Us, in the column of the subjects. */
export const OWN = 'OTC DRS';

/** @returns the middle of the samples; the mean of the two in the middle of an even number. @throws Error for none */
export function median(samples: readonly number[]): number {
	if (samples.length === 0) throw new Error('There is no median of nothing');
	const sorted = [...samples].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** @returns median and spread of the samples. */
export function measure(
	samples: readonly number[],
	unit: string,
	better: Measure['better'],
): Measure {
	return {
		median: median(samples),
		lowest: samples.reduce((a, b) => Math.min(a, b)),
		highest: samples.reduce((a, b) => Math.max(a, b)),
		runs: samples.length,
		unit,
		better,
	};
}

/**
 * Compares a row with a peer at the same work.
 *
 * @param rows all rows of the run
 * @param row the row to judge
 * @param peer the subject to compare with
 * @param quantity the name of the value
 * @returns how many times better the row is, by the medians: 2 is twice as fast or half as large; undefined where the
 * peer did not do this work or either has no such value above zero
 */
export function advantage(
	rows: readonly Row[],
	row: Row,
	peer: string,
	quantity: string,
): number | undefined {
	const other = rows.find(
		({ part, work, subject }) => part === row.part && work === row.work && subject === peer,
	);
	const own = row.values[quantity];
	const theirs = other?.values[quantity];
	if (!own || !theirs || own.median <= 0 || theirs.median <= 0) return undefined;
	return own.better === 'less' ? theirs.median / own.median : own.median / theirs.median;
}
