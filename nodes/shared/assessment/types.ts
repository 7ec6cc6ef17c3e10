import type { Side, SqlFamily } from '../sql/family';
import { GIGABYTE } from '../values/bytes';

/** What a task does, as the API calls it. */
export type Scenario = 'migration' | 'sync' | 'cloudDataGuard';

/** How much a finding weighs: `failed` stops the task, `alarm` has to be confirmed or planned for. */
export type Severity = 'failed' | 'alarm';

/** What the task will be like, as far as an item depends on it. */
export interface AssessmentSettings {
	scenario: Scenario;
	/** To the cloud (`up`), out of it (`down`), or neither. */
	direction: 'up' | 'down' | 'non-dbs';
	/** Whether changes are replicated after the full copy. */
	incremental: boolean;
	/** The databases to move (schemas of MySQL); empty means all. */
	databases: readonly string[];
	/** Tables to move, each as [schema, table]; empty means all of the databases. */
	tables: ReadonlyArray<readonly [schema: string, table: string]>;
	/** Whether the assessment is run by the users that the task will have. */
	asTaskUser: boolean;
	/** Whether the endpoints of the task use TLS. */
	usesTls: boolean;
	/** Whether all definers become the user of the target. */
	replaceDefiner: boolean;
	/** Disk of the target in bytes, from the list of instances; no SQL tells it. */
	targetDisk?: number;
	/** How far the clocks may differ, in seconds; the service prints no limit. */
	clockTolerance: number;
	/** Bytes that the task copies in an hour, slowest and fastest. */
	bytesPerHour: readonly [slow: number, fast: number];
}

/** Settings of the usual task. */
export const DEFAULT_SETTINGS: AssessmentSettings = {
	scenario: 'migration',
	direction: 'up',
	incremental: true,
	databases: [],
	tables: [],
	asTaskUser: true,
	usesTls: false,
	replaceDefiner: true,
	clockTolerance: 60,
	bytesPerHour: [20 * GIGABYTE, 100 * GIGABYTE],
};

/** Something that a rule found. */
export interface Found {
	/** The side that has to change. */
	side: Side;
	/** The name of what is wrong: a table, a variable, a user. */
	object: string;
	/** What is wrong with it. */
	text: string;
	/** Only where it weighs more or less than the item usually does. */
	severity?: Severity;
	/** Only where something else has to be done than the item usually demands. */
	remedy?: string;
}

/** Something that has to be done, or looked at, before the task starts. */
export interface Finding extends Required<Found> {
	/** The pre-check item that it stands for, as the service names it, or our name where the service prints none. */
	item: string;
	title: string;
}

/** An item that could not be judged. */
export interface Unknown {
	item: string;
	title: string;
	/** What is missing, with the grant or the step that helps. */
	reason: string;
}

/** What a pre-check item is. */
export interface Item {
	/** As the service names it, or our name where it prints none. */
	id: string;
	title: string;
	/** The page of the user manual that describes it; null where there is none. */
	page: string | null;
	scenarios: readonly Scenario[];
	severity: Severity;
	/** What to do about it. */
	remedy: string;
}

/** An item that no SQL decides. */
export interface UndecidedItem extends Pick<Item, 'id' | 'title' | 'page'> {
	/** Why not, and what does. */
	reason: string;
}

/** The verdict on one pair of databases. */
export type Verdict = 'ready' | 'needs work' | 'cannot tell';

/** A table with its size. */
export interface TableSize {
	table: string;
	/** Estimates of the server. */
	rows: number;
	bytes: number;
}

/** The result for one pair of databases. */
export interface Assessment {
	/** What the rows call the pair. */
	server: string;
	/** Null where no row came in. */
	engine: SqlFamily | null;
	verdict: Verdict;
	/** One sentence. */
	summary: string;
	findings: Finding[];
	/** Items that SQL could decide, but not with what was read. */
	unknown: Unknown[];
	/** Items that no SQL decides; the pre-check of the task does. */
	notDecided: UndecidedItem[];
	size: {
		bytes: number;
		rows: number;
		tables: number;
		/** By database (a schema of MySQL). */
		databases: Array<{ database: string; bytes: number; rows: number; tables: number }>;
		largest: TableSize[];
	};
	/** Hours of the full copy; null where the size is not known. */
	hours: { from: number; to: number; assumptions: string } | null;
	hints: Hint[];
}

/** A setting of the task that the assessment recommends. */
export interface Hint {
	setting: 'definers' | 'parameters' | 'flowControl' | 'objects';
	/** What to set it to. */
	text: string;
	/** What it concerns. */
	objects: string[];
}
