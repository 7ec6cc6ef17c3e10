import type { Side, SqlFamily } from '../sql/family';

/** How closely two databases are compared; each level needs the rows of those before it. */
export type Level = 'inventory' | 'contents' | 'keys';

/** The verdict on one database. */
export type VerificationVerdict = 'identical' | 'differs' | 'cannot be compared';

/** What is different. */
export type DifferenceKind =
	| 'table'
	| 'column'
	| 'key'
	| 'collation'
	| 'sequence'
	| 'autoIncrement'
	| 'object'
	| 'contents';

/** A row that is not the same on both sides, by its key. */
export interface KeyDifference {
	/** The values of the primary key, in its order. */
	key: Array<string | null>;
	/** Only on one side, or different on both. */
	where: Side | 'both';
}

/** Something that is different. */
export interface Difference {
	kind: DifferenceKind;
	/** The path of the table, column or sequence. */
	object: string;
	/** One sentence. */
	text: string;
	/** Only of contents: how many chunks differ, and rows by their keys as far as they were asked for. */
	chunks?: number;
	keys?: KeyDifference[];
}

/** Something that was not compared. */
export interface Incomparable {
	object: string;
	/** Why not, with what helps. */
	reason: string;
}

/** The result for one database of a pair. */
export interface Verification {
	/** What the rows call the pair. */
	server: string;
	/** A schema of MySQL, the connected database of PostgreSQL. */
	database: string;
	/** Null where no row came in. */
	engine: SqlFamily | null;
	verdict: VerificationVerdict;
	/** One sentence. */
	summary: string;
	differences: Difference[];
	incomparable: Incomparable[];
	/** What was left out, or is different as long as the task runs; it does not change the verdict. */
	notes: string[];
	tables: { total: number; identical: number; different: number; incomparable: number };
	/** Rows as they were counted; null before the contents were read. */
	rows: { source: number; target: number } | null;
	/** The level that has to be asked next; null when nothing is open. */
	next: Level | null;
}

/** How the contents are read. */
export interface VerificationSettings {
	/** The databases to compare, for MySQL; empty means all. */
	databases: readonly string[];
	/** Rows that one chunk should hold. */
	chunkRows: number;
	/** How many rows the level of keys reads of one table at most. */
	mostKeys: number;
	/** How far a sequence of the target may be ahead: the service adds 10,000 when it stops. */
	sequenceMargin: number;
}

/** The usual settings. */
export const DEFAULT_VERIFICATION: VerificationSettings = {
	databases: [],
	chunkRows: 2_000,
	mostKeys: 50_000,
	sequenceMargin: 10_000,
};

/** A statement that a person reviews and runs. It changes the database. */
export interface Repair {
	/** Where to run it. */
	side: Side;
	/** What it concerns. */
	object: string;
	/** Why. */
	reason: string;
	sql: string;
}
