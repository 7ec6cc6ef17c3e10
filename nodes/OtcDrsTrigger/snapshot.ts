import type { IDataObject } from 'n8n-workflow';
import { GOALS } from '../shared/drs/goals';
import type { TaskBefore, TaskNow } from './taskState';

const FULL_TRANSFER_SEEN = 1;
const DELAYED = 2;
const MISSING = 4;

/** How snapshots are stored: the IDs of the tasks that are alike, so that 5,000 tasks take some 200 kB. */
type StoredGroup = [status: string, flags: number, ids: string[]];

const isStoredGroup = (value: unknown): value is StoredGroup =>
	Array.isArray(value) &&
	typeof value[0] === 'string' &&
	typeof value[1] === 'number' &&
	Array.isArray(value[2]);

const flagsOf = ({ fullTransferSeen, delayed, missing }: TaskBefore): number =>
	(fullTransferSeen ? FULL_TRANSFER_SEEN : 0) + (delayed ? DELAYED : 0) + (missing ? MISSING : 0);

function group(tasks: ReadonlyMap<string, TaskBefore>): StoredGroup[] {
	const groups = new Map<string, StoredGroup>();
	for (const [id, snapshot] of tasks) {
		const flags = flagsOf(snapshot);
		const key = `${snapshot.status} ${flags}`;
		const alike = groups.get(key) ?? [snapshot.status, flags, []];
		alike[2].push(id);
		groups.set(key, alike);
	}
	return [...groups.values()];
}

const ungroup = ([status, flags, ids]: StoredGroup): Array<[string, TaskBefore]> =>
	ids.map((id) => [
		id,
		{
			status,
			fullTransferSeen: (flags & FULL_TRANSFER_SEEN) !== 0,
			delayed: (flags & DELAYED) !== 0,
			missing: (flags & MISSING) !== 0,
		},
	]);

/** The trigger's memory: what it looks at, and the tasks by ID. */
export interface Memory {
	/** Tells settings apart: what was remembered for others does not count. */
	fingerprint: string;
	tasks: Map<string, TaskBefore>;
}

/** @returns the memory that was stored; undefined when there is none yet. */
export function readMemory({ fingerprint, tasks }: IDataObject): Memory | undefined {
	if (typeof fingerprint !== 'string' || !Array.isArray(tasks)) return undefined;
	const groups = (tasks as unknown[]).filter(isStoredGroup);
	return { fingerprint, tasks: new Map(groups.flatMap(ungroup)) };
}

/** @returns the memory as it is stored. Lists rather than keys: an ID never becomes the name of a property. */
export const storedMemory = ({ fingerprint, tasks }: Memory): IDataObject => ({
	fingerprint,
	tasks: group(tasks) as unknown as IDataObject[],
});

/** @returns what to remember of a task after it was looked at. */
export function remember(
	before: TaskBefore | undefined,
	now: TaskNow,
	threshold: number,
): TaskBefore {
	return {
		status: now.status,
		fullTransferSeen:
			before?.fullTransferSeen === true ||
			GOALS.fullTransferComplete.reached.includes(now.status) ||
			now.status === 'INCRE_TRANSFER_FAILED',
		delayed: now.delay === undefined ? before?.delayed === true : now.delay > threshold,
		missing: false,
	};
}
