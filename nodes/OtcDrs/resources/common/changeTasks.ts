import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import {
	runBatches,
	type BatchAnswer,
	type BatchEntry,
	type EntryAnswer,
} from '../../../shared/batch/runBatches';
import { failed, success, type Failure, type Outcome } from '../../../shared/errors/failure';
import type { ApiClient } from '../../../shared/transport/client';
import { explainStatuses, type StatusRule } from './explainStatus';
import { judgeAnswers, taskOf } from './judgeAnswers';
import { queryTasks } from './queryTasks';

/** An operation that changes tasks in batches. */
export interface Change extends StatusRule {
	method: IHttpRequestMethods;
	/** Last part of the path, such as `batch-starting`. */
	path: string;
	/** The field of the task's ID in the request, where it is not `job_id`. */
	idField?: string;
	/** The list of the request, where it is not `jobs`. */
	list?: string;
	/** The field of the task's ID in the answer, where it is not `id`. */
	answerIdField?: string;
	/** The field that tells the entries of one task apart, in request and answer; without it a task has one entry a call. */
	partField?: string;
	/**
	 * Whether the status shows that the change has been carried out; undefined for a task that is gone. A call with an
	 * unclear end is not repeated before this was asked. Without it, the change may simply be sent twice.
	 */
	hasHappened?(status: string | undefined): boolean;
}

/** One entry of a change; for its key see `entryKey`. */
export interface ChangeEntry extends BatchEntry {
	/** The entry of the request, without the task's ID. */
	body: IDataObject;
}

const isServed = ({ status, success: served, error_code: code }: IDataObject): boolean =>
	code === undefined &&
	(served === true || status === true || status === 'success' || status === 'true');

/**
 * Changes many tasks in batches.
 *
 * @param client the client of the run
 * @param change the operation
 * @param entries the entries, keys unique
 * @param options tasks a call, and calls at the same time
 * @returns the outcome of each entry by key: the API's own result, or why there is none
 */
export async function changeTasks(
	client: ApiClient,
	change: Change,
	entries: readonly ChangeEntry[],
	options: { batchSize: number; concurrency: number },
): Promise<Map<string, Outcome<IDataObject>>> {
	/** Looks whether a change with an unclear end was carried out. */
	async function reconcile(
		batch: readonly ChangeEntry[],
		reason: Failure,
	): Promise<BatchAnswer<IDataObject>> {
		const keys = batch.map(({ key }) => key);
		const ids = [...new Set(keys.map(taskOf))];
		const statuses = await queryTasks(client, 'status', ids, options);
		const answers = keys.map((key): EntryAnswer<IDataObject> => {
			const id = taskOf(key);
			const task = statuses.get(id);
			const isGone = task && !task.ok && task.failure.errorCode === 'DRS.M05003';
			if (task && !task.ok && !isGone) return { kind: 'final', outcome: task };
			const status = task?.ok ? String(task.value.status) : undefined;
			return change.hasHappened?.(status)
				? { kind: 'final', outcome: success({ id, status: 'success' }) }
				: { kind: 'again', failure: { ...reason, jobId: id } };
		});
		return { kind: 'answers', answers: new Map(keys.map((key, index) => [key, answers[index]])) };
	}

	async function send(batch: readonly ChangeEntry[]): Promise<BatchAnswer<IDataObject>> {
		const keys = batch.map(({ key }) => key);
		const result = await client.call({
			service: 'drs',
			method: change.method,
			path: `/v3/{project_id}/jobs/${change.path}`,
			body: {
				[change.list ?? 'jobs']: batch.map(({ key, body }) => ({
					...body,
					[change.idField ?? 'job_id']: taskOf(key),
				})),
			},
			idempotent: change.hasHappened === undefined,
			purpose:
				keys.length === 1
					? `Task ${taskOf(keys[0])}`
					: `Call to ${change.verb} ${keys.length} tasks`,
		});
		if (result.ok) {
			const whenMissing = 'Query the status of the task before you repeat the operation.';
			const answers = judgeAnswers(keys, result.response, {
				idField: change.answerIdField ?? 'id',
				partField: change.partField,
				isServed,
				whenMissing,
			});
			const unanswered = batch.filter(({ key }) => answers.get(key)?.kind === 'again');
			if (unanswered.length === 0 || change.hasHappened === undefined)
				return { kind: 'answers', answers };
			const looked = await reconcile(unanswered, {
				message: 'The service did not answer for this task',
			});
			return looked.kind === 'answers'
				? { kind: 'answers', answers: new Map([...answers, ...looked.answers]) }
				: looked;
		}
		const { failure, executed, divisible } = result;
		return executed === 'unknown' && change.hasHappened
			? await reconcile(batch, failure)
			: { kind: 'refused', failure, divisible };
	}

	const outcomes = await runBatches(entries, {
		size: options.batchSize,
		concurrency: options.concurrency,
		maxAttempts: client.policy.maxAttempts,
		send,
		pause: async (attempt) => await client.pause(attempt),
	});
	const failures = new Map(
		[...outcomes].flatMap(([key, outcome]) =>
			outcome.ok ? [] : [[taskOf(key), outcome.failure] as const],
		),
	);
	const explained = await explainStatuses(client, change, failures, options);
	for (const [key, outcome] of outcomes) {
		const better = outcome.ok ? undefined : explained.get(taskOf(key));
		if (better) outcomes.set(key, failed(better));
	}
	return outcomes;
}
