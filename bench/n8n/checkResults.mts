import type { NodeRun } from './runNode.mts';

/** The tasks of a run, by ID, or by name where they are created. */
export type TaskKeys = ReadonlyArray<{ id: string }>;

/** @throws Error if results are missing, doubled, or those of other tasks */
export function checkResults(
	label: string,
	tasks: TaskKeys,
	{ results }: NodeRun,
	mayMiss: boolean,
): void {
	const wanted = new Set(tasks.map(({ id }) => id));
	const got = new Set(results);
	const isWrong =
		got.size !== results.length ||
		results.some((id) => !wanted.has(id)) ||
		(!mayMiss && got.size !== wanted.size);
	if (isWrong) throw new Error(`${label}: ${got.size} of ${wanted.size} results, or wrong ones`);
}
