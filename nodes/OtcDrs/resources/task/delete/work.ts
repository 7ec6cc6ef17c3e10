import type { IDataObject } from 'n8n-workflow';
import type { SendingOptions } from '../../../../shared/batch/sending';
import type { ApiClient } from '../../../../shared/client/client';
import { changeTasks } from '../../../../shared/drs/change';
import { DELETE, STOP } from '../../../../shared/drs/changes/lifeCycle';
import { mayReappear, type LeftOut } from '../../../../shared/drs/leftOut';
import { STATUS } from '../../../../shared/drs/queries/status';
import { queryTasks } from '../../../../shared/drs/query';
import { DELETABLE, GONE, STOPPED } from '../../../../shared/drs/statuses';
import { failed, success, type Failure, type Outcome } from '../../../../shared/failures/failure';
import { withSettled } from '../../../../shared/n8n/earlierTries';
import { again, DONE, type Work } from '../../../../shared/n8n/parking/work';
import type { ItemResult } from '../../../../shared/n8n/results';

const MINUTE = 60_000;

/** The statuses in which nothing of a task runs any more. */
const ENDED: ReadonlySet<string> = new Set([...DELETABLE, ...GONE]);

/** A task that is to be stopped and deleted. */
export interface Deletion {
	item: number;
	id: string;
	body: IDataObject;
	/** How long it may take to stop; null when it is not to be stopped. */
	minutes: number | null;
	/** When an earlier try deleted it, if nobody knows whether that was done; in ms since 1970. */
	sentAt?: number;
}

/** All that is to be done. */
export interface DeletePlan extends SendingOptions {
	deletions: Deletion[];
	/** What became of the items before: those that cannot be read, and what an earlier try did. */
	settled: ItemResult[];
}

/** How far a task is. */
interface DeletionState extends LeftOut {
	/** Whether it still has to end before it can be deleted. */
	isStopping: boolean;
	/** Whether it was told to stop. */
	isTold?: boolean;
	outcome?: Outcome<IDataObject>;
}

/** How far all are; a task has one state, whatever the number of items that name it. */
export interface DeleteProgress {
	since: number;
	tasks: Record<string, DeletionState>;
}

/** @returns the progress at the beginning */
export const beginDeletion = ({ deletions }: DeletePlan, since: number): DeleteProgress => {
	const tasks: DeleteProgress['tasks'] = {};
	for (const { id, minutes } of deletions) {
		tasks[id] = { isStopping: tasks[id]?.isStopping === true || minutes !== null };
	}
	return { since, tasks };
};

const stopping = ({ tasks }: DeleteProgress): Array<[id: string, state: DeletionState]> =>
	Object.entries(tasks).filter(([, { isStopping, outcome }]) => isStopping && !outcome);

/** @returns until when a task may take to stop: what the first item says that names it */
const endOf = ({ deletions }: DeletePlan, { since }: DeleteProgress, id: string): number => {
	const minutes = deletions.find((one) => one.id === id && one.minutes !== null)?.minutes ?? 0;
	return since + minutes * MINUTE;
};

/** What may be over at the next turn is not noted before the time is over. */
function note(state: DeletionState, failure: Failure, isLate: boolean): void {
	if (failure.isTransient !== true || isLate) state.outcome = failed(failure);
}

/** Tells those to stop that still run, and finds out who has ended. */
async function stopAll(
	client: ApiClient,
	plan: DeletePlan,
	progress: DeleteProgress,
): Promise<void> {
	const open = stopping(progress);
	const ids = open.map(([id]) => id);
	const present = await queryTasks(client, STATUS, ids, plan);
	const running: string[] = [];
	for (const [id, state] of open) {
		const task = present.of(id);
		const isLate = client.now() >= endOf(plan, progress, id);
		if (mayReappear(state, task) && !isLate) continue;
		/** What DRS says of a task that is gone, it says again when it is deleted. */
		if (!task.ok && task.failure.isTransient !== true) state.isStopping = false;
		else if (!task.ok) note(state, task.failure, isLate);
		else {
			const status = String(task.value.status);
			const hasEnded = ENDED.has(status) || status === 'RELEASE_RESOURCE_FAILED';
			if (ENDED.has(status) || (hasEnded && state.isTold)) state.isStopping = false;
			else if (isLate && state.isTold) state.outcome = failed(tooLate(id, status));
			else if (!STOPPED.includes(status) && !state.isTold) running.push(id);
			else state.isTold = true;
		}
	}
	const told = await changeTasks(
		client,
		STOP,
		running.map((id) => ({ id, body: { delete_type: 'terminate' } })),
		plan,
	);
	for (const id of running) {
		const outcome = told.of(id);
		if (outcome.ok) progress.tasks[id].isTold = true;
		else {
			/** When the stop was sent says nothing about a deletion. */
			const failure = { ...outcome.failure, sentAt: undefined };
			note(progress.tasks[id], failure, client.now() >= endOf(plan, progress, id));
		}
	}
}

const tooLate = (id: string, status: string): Failure => ({
	message: `Task ${id}: still in status ${status} while waiting for its end to delete it`,
	description:
		'The time limit is reached. The task continues in the cloud. Run it again later, or raise the time limit.',
	jobId: id,
});

async function deleteAll(
	client: ApiClient,
	plan: DeletePlan,
	{ tasks }: DeleteProgress,
): Promise<void> {
	const ready = Object.entries(tasks).filter(
		([, { isStopping, outcome }]) => !isStopping && outcome === undefined,
	);
	const entries = ready.map(([id]) => {
		const { body = {}, sentAt } = plan.deletions.find((one) => one.id === id) ?? {};
		return { id, body, sentAt };
	});
	const deleted = await changeTasks(client, DELETE, entries, plan);
	for (const [id, state] of ready) state.outcome = deleted.of(id);
}

/** Stops tasks, waits until each has ended, and deletes it then. */
export const deleteWork: Work<DeletePlan, DeleteProgress, ApiClient> = {
	name: 'task.delete',
	keepsItems: false,
	deadline: ({ deletions }, { since }) =>
		since + deletions.reduce((most, { minutes }) => Math.max(most, minutes ?? 0), 0) * MINUTE,
	async turn(client, plan, progress) {
		await stopAll(client, plan, progress);
		/** Those that were stopped at once need no turn of their own. */
		if (stopping(progress).some(([, { isTold }]) => isTold)) await stopAll(client, plan, progress);
		await deleteAll(client, plan, progress);
		const open = stopping(progress);
		if (open.length === 0) return DONE;
		const ends = open.map(([id]) => endOf(plan, progress, id));
		return again(Math.max(client.now(), Math.min(client.now() + MINUTE, ...ends)));
	},
	results: ({ deletions, settled }, { tasks }) =>
		withSettled(
			deletions.map(({ item, id }) => {
				const { outcome } = tasks[id];
				return {
					item,
					key: id,
					outcome: outcome?.ok
						? success([{ json: outcome.value }])
						: (outcome ?? failed<never>(tooLate(id, 'unknown'))),
				};
			}),
			settled,
		),
};
