import { endChild, startChild } from '../measure/child.mts';
import type { Cloud, Job, WorkResult } from './job.mts';

/**
 * Starts a simulator in a process of its own, with tasks that replicate.
 *
 * @param tasks how many; their IDs are those of `taskIds`
 * @param seed of the simulator
 */
export async function startCloud(
	tasks: number,
	seed: number,
): Promise<{ cloud: Cloud; close(): Promise<void> }> {
	const args = [String(Math.max(1000, tasks)), String(seed)];
	const { child, message } = await startChild<Cloud>('bench/worker/cloud.child.mts', args);
	return { cloud: message, close: async () => await endChild(child) };
}

/** Does a job in a process of its own. @returns what each of its works took @throws Error if a result is missing or wrong */
export async function runJob(job: Job): Promise<WorkResult[]> {
	const { child, message } = await startChild<WorkResult[]>('bench/worker/work.child.mts', [
		JSON.stringify(job),
	]);
	await endChild(child);
	return message;
}
