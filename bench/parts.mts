import { benchGrowth } from './growth/index.mts';
import { benchInProcess } from './inProcess/index.mts';
import { benchLoad } from './load/index.mts';
import type { BenchOptions, Row } from './row.mts';
import { benchSignature } from './signature/index.mts';

/** The parts of the benchmark that need no n8n of their own, in the order of the table. */
export const PARTS: ReadonlyArray<(options: BenchOptions) => Promise<Row[]>> = [
	benchInProcess,
	benchSignature,
	benchLoad,
	benchGrowth,
];
