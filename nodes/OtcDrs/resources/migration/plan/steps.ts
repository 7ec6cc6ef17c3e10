import type { StageRequest } from '../run/migration';
import { STAGE_LABELS, type StageName } from '../run/stageNames';
import type { Plan } from '../run/plan';
import { STAGES } from '../run/turn';

/** What a run does in one stage. */
export interface PlannedStep {
	stage: StageName;
	/** What people call the stage. */
	label: string;
	requests: StageRequest[];
}

/** The statuses that a task has after these stages, if nothing fails. */
const AFTER: Partial<Record<StageName, string>> = { create: 'CONFIGURATION', start: 'STARTJOBING' };

/**
 * @param plan what the item asks for
 * @param present the status of the task; without one the task is still to be created
 * @returns what a run does from there, stage by stage, if nothing fails
 */
export function stepsFrom(plan: Plan, present: string | undefined): PlannedStep[] {
	const { settings } = plan;
	const steps: PlannedStep[] = [];
	let status = present ?? 'CREATING';
	for (const stage of STAGES) {
		const concerns =
			stage.name === 'create' ? status === 'CREATING' : stage.concerns({ status }, settings);
		if (concerns) {
			const all = stage.requests(plan);
			const isThere = stage.name === 'create' && present !== undefined;
			const requests = isThere ? all.filter(({ changes }) => !changes) : all;
			steps.push({ stage: stage.name, label: STAGE_LABELS[stage.name], requests });
			status = AFTER[stage.name] ?? status;
		}
		if (settings.stopAfter === stage.name) break;
	}
	return steps;
}

/** @returns whether any of the steps changes something. */
export const changesAnything = (steps: readonly PlannedStep[]): boolean =>
	steps.some(({ requests }) => requests.some(({ changes }) => changes));

/**
 * @param all the steps of all items
 * @param sizes tasks in a call that changes something, and in one that asks
 * @returns how many calls a run makes for all of them, if nothing fails; each further look while it waits is one more a batch
 */
export function countCalls(
	all: ReadonlyArray<readonly PlannedStep[]>,
	sizes: { changes: number; queries: number },
): number {
	const tasks = new Map<string, { count: number; size: number }>();
	for (const steps of all) {
		for (const { stage, requests } of steps) {
			for (const [index, { path, changes }] of requests.entries()) {
				const key = `${stage} ${index} ${path}`;
				const size = ONE_BY_ONE.has(path) ? 1 : changes ? sizes.changes : sizes.queries;
				tasks.set(key, { count: (tasks.get(key)?.count ?? 0) + 1, size });
			}
		}
	}
	return [...tasks.values()].reduce((sum, { count, size }) => sum + Math.ceil(count / size), 0);
}

/** What the service takes for one task at a time. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['batch-get-params', 'params']);
