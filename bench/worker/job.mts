/** The simulator that the work is done against. */
export interface Cloud {
	url: string;
	projectId: string;
	accessKeyId: string;
	secretAccessKey: string;
	/** Of a user, for clients that do not sign. */
	token: string;
}

/** The batch queries that are compared. */
export type Query = 'getStatus' | 'get';

/** Who does the work. */
export type Worker = 'node' | 'axios' | 'vendor';

/** A piece of work. */
export interface Work {
	query: Query;
	/** Tasks to ask for. */
	count: number;
	/** Where the node finds the IDs: an expression for every item, or one list in the parameter itself. */
	ids: 'expression' | 'list';
	/** How often it is done and measured. */
	repeats: number;
}

/** A task as the service answers it. */
export interface AnsweredTask {
	id: string;
	status: string;
}

/** Asks for tasks. @returns the answers in the order of the IDs */
export type Ask = (
	ids: readonly string[],
	work: Pick<Work, 'query' | 'ids'>,
) => Promise<AnsweredTask[]>;

/** What a process of its own is given; it warms up, then does one work after the other. */
export interface Job {
	worker: Worker;
	works: Work[];
	cloud: Cloud;
}

/** What a work took. */
export interface WorkResult {
	/** ms from the first to the last result, of each time. */
	times: number[];
	/** Microseconds of processor time of the whole process, of each time. */
	cpus: number[];
	/** The most memory that the process held, above what it held before all work, in MB of 1,000,000 bytes. */
	memory: number;
}

/** @returns the ID of the simulated task of a number, in the form of the service. */
export const taskId = (index: number): string =>
	`${index.toString(16).padStart(8, '0')}-77cc-4e8e-9d2f-0c5e1a2jb101`;

/** @returns the IDs of the first tasks. */
export const taskIds = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => taskId(index));

/** Tasks per call, as the node has it by default; and calls at the same time. */
export const BATCH = { size: 100, concurrency: 4 } as const;
