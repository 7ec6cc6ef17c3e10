import type { DrsContext } from './context.mts';
import type { Task } from './task.mts';

/** How the lag of a replication moves. */
export const CURVES = ['stuck', 'falling', 'rising'] as const;

/** A prescribed lag. */
export interface Lag {
	/** The lag at the beginning, in seconds. */
	delay?: number;
	/** `stuck`, the default, stays where it is. */
	curve?: (typeof CURVES)[number];
	/** Seconds by which the lag falls or rises in a second; 1 if left out. */
	perSecond?: number;
	/** Where a falling lag stops, in seconds; 0 if left out. */
	least?: number;
}

/**
 * @param elapsed seconds since the curve began
 * @returns the lag in seconds
 */
export function lagAt(
	{ delay = 0, curve, perSecond = 1, least = 0 }: Lag,
	elapsed: number,
): number {
	const moved = Math.max(0, elapsed) * perSecond;
	if (curve === 'rising') return delay + moved;
	return curve === 'falling' ? Math.max(Math.min(least, delay), delay - moved) : delay;
}

/** @returns the prescribed lag of a task at a moment, in seconds; 0 where none is prescribed, undefined while nothing is replicated */
export function lagOf(
	task: Task,
	{ outcomes }: Pick<DrsContext, 'outcomes'>,
	at: number,
): number | undefined {
	if (task.status !== 'INCRE_TRANSFER_STARTED') return undefined;
	const [rule] = outcomes.due('delay', task);
	return rule ? lagAt(rule, (at - Math.max(rule.addedAt, task.since)) / 1000) : 0;
}
