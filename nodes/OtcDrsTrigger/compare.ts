import type { IDataObject } from 'n8n-workflow';
import { eventsBetween, type EventName } from './events';
import { statusOf } from './statusOf';
import type { TaskBefore } from './taskState';
import { remember, type Memory } from './snapshot';

/** Something that happened to a task. */
export interface TaskEvent {
	event: EventName;
	task: IDataObject;
	oldStatus?: string;
	/** Seconds. */
	delay?: number;
}

/**
 * Compares what is remembered with what the service lists now.
 *
 * @param memory what is remembered
 * @param tasks the whole list as the API gives it
 * @param delays of replicating tasks in seconds, by ID
 * @param threshold of the delay in seconds
 * @returns the events, and what is to be remembered from now on
 */
export function compare(
	memory: Memory,
	tasks: readonly IDataObject[],
	delays: ReadonlyMap<string, number>,
	threshold: number,
): { events: TaskEvent[]; memory: Memory } {
	const events: TaskEvent[] = [];
	const next = new Map<string, TaskBefore>();
	for (const task of tasks) {
		const id = String(task.id);
		if (next.has(id)) continue;
		const before = memory.tasks.get(id);
		const delay = delays.get(id);
		const isIncremental = task.task_type === 'INCR_TRANS';
		const now = { status: statusOf(task), delay, isIncremental };
		for (const event of eventsBetween(before, now, threshold)) {
			events.push({ event, task, oldStatus: before?.status, delay });
		}
		next.set(id, remember(before, now, threshold));
	}
	for (const [id, before] of memory.tasks) {
		if (!next.has(id) && !before.missing) next.set(id, { ...before, missing: true });
	}
	return { events, memory: { fingerprint: memory.fingerprint, tasks: next } };
}

/** @returns what to remember when nothing was remembered before: everything as it is, and nothing has happened. */
export function baseline(
	fingerprint: string,
	tasks: readonly IDataObject[],
	delays: ReadonlyMap<string, number>,
	threshold: number,
): Memory {
	return compare({ fingerprint, tasks: new Map() }, tasks, delays, threshold).memory;
}
