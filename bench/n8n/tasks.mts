import type { Simulator } from '../../simulator/index.mts';
import { type BatchCaller, CREATION } from './batchCalls.mts';

/** Creates tasks at the simulator. @returns their IDs */
export async function createTasks(call: BatchCaller, count: number): Promise<string[]> {
	const names = Array.from({ length: count }, (_, index) => `bench-${index}`);
	const answers = await call('jobs/batch-creation', names.map(CREATION));
	return answers.map(({ id }) => String(id));
}

/** Sets tasks back to where a passed pre-check leaves them, so that they can be started. */
export function makeStartable(simulator: Simulator, ids: readonly string[]): void {
	const wanted = new Set(ids);
	for (const task of simulator.tasks.all()) {
		if (!wanted.has(task.id)) continue;
		task.status = 'CONFIGURATION';
		task.since = 0;
		task.stored = true;
		task.tested = new Set(['so', 'ta']);
		task.precheck = { id: task.id, startedAt: 0, findings: new Map() };
		task.startedAt = undefined;
	}
}
