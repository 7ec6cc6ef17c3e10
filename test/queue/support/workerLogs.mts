import type { Member } from './cluster.mts';

const STARTED = /Worker started execution (\d+)/g;

/** @returns for each execution the workers that ran a part of it, as their logs say. */
export function workersByExecution(workers: readonly Member[]): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const worker of workers)
		for (const [, id] of worker.log().matchAll(STARTED))
			found.set(id, (found.get(id) ?? new Set()).add(worker.name));
	return found;
}
