import type { IDataObject } from 'n8n-workflow';
import {
	beginFinish,
	finishWork,
} from '../../../../../../nodes/OtcDrs/resources/migration/finish/work.ts';
import type {
	FinishPlan,
	FinishProgress,
} from '../../../../../../nodes/OtcDrs/resources/migration/finish/state.ts';
import { cloudModel, type Curve, type Disturbance, type ModelTask } from './cloudModel.mts';

/** A minute in ms. */
export const MINUTE = 60_000;

const LIMITS = { checks: 3, drainMinutes: 15, stopMinutes: 60 };

/** @returns the plan to finish these tasks */
export const planFor = (
	tasks: readonly ModelTask[],
	more: Partial<FinishPlan> = {},
): FinishPlan => ({
	batchSize: 10,
	concurrency: 2,
	retry: { maxAttempts: 1, maxWaitSeconds: 0 },
	finishes: tasks.map(({ id }, item) => ({ item, id, ...LIMITS })),
	settled: [],
	interval: 60,
	...more,
});

type Cloud = ReturnType<typeof cloudModel>;

/** Takes turns until the work has ended, or so many; progress goes through JSON, as n8n stores it. @returns how far it is */
export async function takeTurns(
	{ client, clock }: Cloud,
	plan: FinishPlan,
	begun: FinishProgress,
	most = 500,
): Promise<{ progress: FinishProgress; isDone: boolean; turns: number }> {
	let progress = begun;
	for (let turns = 1; turns <= most; turns++) {
		progress = JSON.parse(JSON.stringify(progress)) as FinishProgress;
		const turn = await finishWork.turn(client, plan, progress);
		if (turn.kind !== 'again') return { progress, isDone: true, turns };
		expect(turn.until).toBeGreaterThanOrEqual(clock.now);
		clock.now = Math.max(turn.until, clock.now + 1);
	}
	return { progress, isDone: false, turns: most };
}

/** @returns what the node gives */
export const outputOf = (plan: FinishPlan, progress: FinishProgress): IDataObject[] =>
	finishWork.results(plan, progress).map(({ outcome }) => {
		if (!outcome.ok) throw new Error(outcome.failure.message);
		return outcome.value[0].json;
	});

/** @returns what became of the tasks, and the cloud in which it did */
export async function finish(
	tasks: ModelTask[],
	more: Partial<FinishPlan> = {},
	disturb?: Disturbance,
): Promise<{ cloud: Cloud; output: IDataObject[]; plan: FinishPlan }> {
	const cloud = cloudModel(tasks, disturb);
	const plan = planFor(tasks, more);
	const { progress, isDone } = await takeTurns(cloud, plan, beginFinish(plan, 0));
	expect(isDone).toBe(true);
	expect(cloud.clock.now).toBeLessThanOrEqual(finishWork.deadline(plan, progress) + MINUTE);
	return { cloud, output: outputOf(plan, progress), plan };
}

/** @returns a task that replicates with this lag */
export const replicating = (id: string, lag: Curve, more: Partial<ModelTask> = {}): ModelTask => ({
	id,
	lag,
	status: 'INCRE_TRANSFER_STARTED',
	...more,
});
