import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../../../../shared/client/client';
import { failed, success, type Failure } from '../../../../shared/failures/failure';
import { withSettled } from '../../../../shared/n8n/earlierTries';
import { intervalAfter } from '../../../../shared/n8n/parking/interval';
import { again, DONE, type Work } from '../../../../shared/n8n/parking/work';
import type { ItemResult } from '../../../../shared/n8n/results';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import { checkTasks, openWaits } from './check';
import { goalOf, type Wait, type WaitPlan, type WaitProgress, type WaitState } from './plan';

const SECOND = 1_000;

/** @returns why a task has not reached its goal. */
const reasonOf = (wait: Wait, { status, ending, failure }: WaitState): Failure | undefined => {
	if (ending === 'reached') return undefined;
	const late = `Task ${wait.id}: is still in ${status ?? 'an unknown status'}, while waiting for ${goalOf(wait).goal}`;
	if (ending === 'failed' && failure) return failure;
	return {
		...failure,
		message: failure ? `${late}: ${failure.message}` : late,
		description:
			'The time limit is reached. The task continues in the cloud. Wait again, or raise the time limit.',
		jobId: wait.id,
	};
};

function resultOf(wait: Wait, task: WaitState, { since }: WaitProgress): ItemResult {
	const reason = reasonOf(wait, task);
	const waited = Math.round(((task.endedAt ?? since) - since) / SECOND);
	const more = { outcome: task.ending, status: task.status, waited_seconds: waited };
	if (reason && wait.failUnlessReached) {
		const details = { ...reason.details, ...withoutUndefined(more) } as IDataObject;
		return { item: wait.item, outcome: failed({ ...reason, details }) };
	}
	const json = {
		id: wait.id,
		...more,
		reason: reason?.message,
		next_step: reason?.description,
		error_code: reason?.errorCode,
	};
	return { item: wait.item, outcome: success([{ json }]) };
}

/** Waits until tasks reach a status, have failed, or the time is over. */
export const waitWork: Work<WaitPlan, WaitProgress, ApiClient> = {
	name: 'task.wait',
	keepsItems: true,
	deadline: ({ waits }, { since }) =>
		since + waits.reduce((most, { limit }) => Math.max(most, limit ?? Infinity), 0),
	async turn(client, plan, progress) {
		const refusal = await checkTasks(client, plan, progress);
		if (refusal) return { kind: 'refused', failure: refusal };
		const open = openWaits(plan, progress);
		if (open.length === 0) return DONE;
		const now = client.now();
		const next = now + intervalAfter(now - progress.since, plan);
		return again(
			open.reduce(
				(earliest, [{ limit }]) => Math.min(earliest, progress.since + (limit ?? Infinity)),
				next,
			),
		);
	},
	results: (plan, progress) =>
		withSettled(
			plan.waits.map((wait, index) => resultOf(wait, progress.tasks[index], progress)),
			plan.settled,
		),
};
