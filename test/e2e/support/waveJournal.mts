import type { JournalEntry } from '../../../simulator/journal/journal.mts';

/** What the service has said of a database so far. One that is `busy` uses its source host. */
export type WaveState = 'busy' | 'replicating' | 'failed';

/** A moment at which a database began to use its source host, or to use it again. */
export interface Beginning {
	name: string;
	/** Whether its task was created; otherwise an earlier one was taken up again. */
	isNew: boolean;
	/** What the service had said of each database by then. */
	before: ReadonlyMap<string, WaveState>;
}

interface Result {
	id?: string;
	name?: string;
	status?: string;
	error_code?: string;
	precheck_id?: string;
	process?: string;
	result?: boolean;
}

/** What a result of a batch says about its task; nothing for what leaves it as it was. */
type Reading = (result: Result) => WaveState | undefined;

const isRefused = ({ error_code }: Result): boolean => error_code !== undefined;
const unlessRefused: Reading = (result) => (isRefused(result) ? undefined : 'busy');

const READINGS: Record<string, Reading> = {
	createTasks: unlessRefused,
	testConnections: (result) => (isRefused(result) ? 'failed' : 'busy'),
	precheck: unlessRefused,
	startTasks: unlessRefused,
	getPrecheckResults: ({ process, result }) =>
		process?.startsWith('100') && !result ? 'failed' : undefined,
	getTaskStatuses: ({ status = '' }) => {
		if (status.endsWith('_FAILED')) return 'failed';
		return status === 'INCRE_TRANSFER_STARTED' ? 'replicating' : undefined;
	},
};

const resultsOf = ({ responseBody }: JournalEntry): Result[] =>
	(responseBody as { results?: Result[] } | undefined)?.results ?? [];

/**
 * Reads the requests in their order: a client knows no more than what they were answered.
 *
 * @param entries of the simulator's journal
 * @returns the beginnings in their order, and what the service has said of each database in the end
 */
export function readWaves(entries: readonly JournalEntry[]): {
	beginnings: Beginning[];
	states: ReadonlyMap<string, WaveState>;
} {
	const names = new Map<string, string>();
	const states = new Map<string, WaveState>();
	const beginnings: Beginning[] = [];
	for (const entry of entries) {
		const read = READINGS[entry.operation];
		if (!read) continue;
		const isNew = entry.operation === 'createTasks';
		for (const result of resultsOf(entry)) {
			const id = result.id ?? result.precheck_id ?? '';
			if (isNew && !isRefused(result)) names.set(id, result.name!);
			const name = names.get(id);
			const state = name === undefined ? undefined : read(result);
			if (name === undefined || state === undefined) continue;
			if (state === 'busy' && (isNew || states.get(name) !== 'busy'))
				beginnings.push({ name, isNew, before: new Map(states) });
			states.set(name, state);
		}
	}
	return { beginnings, states };
}
