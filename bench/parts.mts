import { benchLoad } from './load/index.mts';
import type { BenchOptions, Row } from './row.mts';
import { benchSignature } from './signature/index.mts';

/** The parts of the benchmark that need no n8n of their own, in the order of the table. */
export const PARTS: ReadonlyArray<(options: BenchOptions) => Promise<Row[]>> = [
	benchSignature,
	benchLoad,
];
