import type { AssessmentSettings } from '../../../nodes/shared/assessment/types';

/** A server that is broken in one way, and the findings that this alone gives. */
export interface PostgresCase {
	item: string;
	objects: string[];
	source?: [string[], string[]];
	target?: [string[], string[]];
	restart?: Record<string, string>;
	settings?: Partial<AssessmentSettings>;
}

/** @returns the statements that make a table, and drop it: with the grants that a new table needs so that it has only the fault it is made for. */
export const table = (name: string, definition: string): [string[], string[]] => [
	[`create ${definition}`, `grant all on ${name} to task`],
	[`drop table ${name}`],
];
