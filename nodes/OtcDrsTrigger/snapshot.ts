import type { IDataObject } from 'n8n-workflow';
import { STATUSES } from '../OtcDrs/resources/common/statuses';
import { TARGETS } from '../OtcDrs/resources/common/targets';
import type { Observation } from './events';

/** What is remembered of a task. */
export interface Snapshot {
	status: string;
	/** Whether the end of the full transfer has been seen. */
	fullTransferSeen: boolean;
	/** Whether the delay was above the threshold. */
	delayed: boolean;
	/** Whether the last list left the task out; the second time it is forgotten. */
	missing: boolean;
}

const FULL_TRANSFER_SEEN = 1;
const DELAYED = 2;
const MISSING = 4;

/** A snapshot as it is stored: the status (its place in the list of the reference, or its name), and flags. */
type Stored = [status: number | string, flags: number];

const isStored = (value: unknown): value is Stored =>
	Array.isArray(value) && value.length === 2 && typeof value[1] === 'number';

const pack = ({ status, fullTransferSeen, delayed, missing }: Snapshot): Stored => {
	const place = STATUSES.indexOf(status);
	return [
		place < 0 ? status : place,
		(fullTransferSeen ? FULL_TRANSFER_SEEN : 0) + (delayed ? DELAYED : 0) + (missing ? MISSING : 0),
	];
};

const unpack = ([status, flags]: Stored): Snapshot => ({
	status: typeof status === 'number' ? (STATUSES[status] ?? '') : status,
	fullTransferSeen: (flags & FULL_TRANSFER_SEEN) !== 0,
	delayed: (flags & DELAYED) !== 0,
	missing: (flags & MISSING) !== 0,
});

/** The trigger's memory: what it looks at, and the tasks by ID. */
export interface Memory {
	/** Tells settings apart: what was remembered for others does not count. */
	fingerprint: string;
	tasks: Map<string, Snapshot>;
}

/** @returns the memory in the node's static data; undefined when there is none yet. */
export function readMemory(data: IDataObject): Memory | undefined {
	if (typeof data.fingerprint !== 'string' || !Array.isArray(data.tasks)) return undefined;
	const entries = (data.tasks as unknown[]).flatMap((entry): Array<[string, Snapshot]> => {
		const [id, stored] = Array.isArray(entry) ? (entry as unknown[]) : [];
		return typeof id === 'string' && isStored(stored) ? [[id, unpack(stored)]] : [];
	});
	return { fingerprint: data.fingerprint, tasks: new Map(entries) };
}

/** Puts the memory into the node's static data. Lists rather than keys: an ID never becomes the name of a property. */
export function writeMemory(data: IDataObject, { fingerprint, tasks }: Memory): void {
	data.fingerprint = fingerprint;
	data.tasks = [...tasks].map(([id, snapshot]) => [id, pack(snapshot)]) as unknown as IDataObject[];
	data.revision = Number(data.revision ?? 0) + 1;
}

/** @returns what to remember of a task after it was looked at. */
export function remember(
	before: Snapshot | undefined,
	now: Observation,
	threshold: number,
): Snapshot {
	return {
		status: now.status,
		fullTransferSeen:
			before?.fullTransferSeen === true ||
			TARGETS.fullTransferComplete.reached.includes(now.status) ||
			now.status === 'INCRE_TRANSFER_FAILED',
		delayed: now.delay === undefined ? before?.delayed === true : now.delay > threshold,
		missing: false,
	};
}
