import type { AssessmentSettings } from '../../../nodes/shared/assessment/types';

/** A server that is broken in one way, and the findings that this alone gives. */
export interface MysqlCase {
	item: string;
	objects: string[];
	/** The statements that break the server, and the ones that restore it. */
	source?: [string[], string[]];
	target?: [string[], string[]];
	/** Settings with which a server is started to break it. */
	restart?: { source?: Record<string, string>; target?: Record<string, string> };
	settings?: Partial<AssessmentSettings>;
	/** Other items that the same fault concerns by their own wording. */
	also?: string[];
}

/** @returns the statements that break a setting, and restore it */
export const setGlobal = (name: string, broken: string, whole: string): [string[], string[]] => [
	[`set global ${name}=${broken}`],
	[`set global ${name}=${whole}`],
];

/** @returns the statements that make an object, and drop it */
export const made = (make: string, drop: string): [string[], string[]] => [[make], [drop]];
