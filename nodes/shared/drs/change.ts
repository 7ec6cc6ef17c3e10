import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import {
	runBatches,
	type BatchAnswer,
	type BatchEntry,
	type EntryAnswer,
} from '../batch/runBatches';
import { failed, success, type Failure, type Outcome } from '../failures/failure';
import { BUSY_CODES } from '../http/classify';
import type { ApiClient } from '../client/client';
import type { CallResult } from '../http/types';
import { explainStatuses, type StatusRule } from './explainStatus';
import { readAnswers, taskOf } from './readAnswers';
import { queryTasks } from './query';
import { STATUS } from './queries/status';

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
	/** Whether a task that the service leaves out, also at a second look, is gone because of this change. */
	removes?: boolean;
}

/** There is no task with this ID, or not any more. */
const GONE_CODES: ReadonlySet<string> = new Set(['DRS.M05003', 'DRS.M05004']);

/** One entry of a change; for its key see `entryKey`. */
export interface ChangeEntry extends BatchEntry {
	/** The entry of the request, without the task's ID. */
	body: IDataObject;
}

const isAccepted = ({ status, success: served, error_code: code }: IDataObject): boolean =>
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
	/** Entries that a call may have carried out without saying so. */
	const unclear = new Set<string>();

	const isGone = ({ errorCode, leftOut }: Failure, key: string): boolean =>
		GONE_CODES.has(errorCode ?? '') ||
		(leftOut === true &&
			change.removes === true &&
			unclear.has(key) &&
			client.policy.maxAttempts > 1);

	/** @returns success if the look-up shows that the change has happened, else what the call said of the entry */
	function settle(
		key: string,
		lookUp: Outcome<IDataObject>,
		said: EntryAnswer<IDataObject>,
	): EntryAnswer<IDataObject> {
		const id = taskOf(key);
		if (!lookUp.ok && !isGone(lookUp.failure, key)) {
			return said.kind === 'again'
				? { kind: 'final', outcome: failed({ ...lookUp.failure, jobId: id }) }
				: said;
		}
		const status = lookUp.ok ? String(lookUp.value.status) : undefined;
		return change.hasHappened?.(status)
			? { kind: 'final', outcome: success({ id, status: 'success' }) }
			: said;
	}

	/** Looks whether changes with an unclear end were carried out. */
	async function reconcile(
		batch: readonly ChangeEntry[],
		saidOf: (key: string) => EntryAnswer<IDataObject>,
	): Promise<Map<string, EntryAnswer<IDataObject>>> {
		const ids = [...new Set(batch.map(({ key }) => taskOf(key)))];
		const tasks = await queryTasks(client, STATUS, ids, options);
		return new Map(
			batch.map(({ key }) => [
				key,
				settle(key, tasks.get(taskOf(key)) as Outcome<IDataObject>, saidOf(key)),
			]),
		);
	}

	/** Whether it has to be looked up what became of an entry: it got no answer, or was refused after an unclear end. */
	function isOpen(key: string, said: EntryAnswer<IDataObject>): boolean {
		if (said.kind === 'final') return !said.outcome.ok && unclear.has(key);
		if (!BUSY_CODES.has(said.failure.errorCode ?? '')) unclear.add(key);
		return true;
	}

	/** What to make of a call that failed as a whole. */
	async function judgeFailure(
		batch: readonly ChangeEntry[],
		{ failure, executed, divisible }: Extract<CallResult, { ok: false }>,
	): Promise<BatchAnswer<IDataObject>> {
		const named = (key: string): Failure => ({ ...failure, jobId: taskOf(key) });
		const refused = { kind: 'refused', failure, divisible } as const;
		if (change.hasHappened === undefined) return refused;
		if (executed === 'unknown') {
			for (const { key } of batch) unclear.add(key);
			return {
				kind: 'answers',
				answers: await reconcile(batch, (key) => ({ kind: 'again', failure: named(key) })),
			};
		}
		if (batch.length > 1 || !unclear.has(batch[0].key)) return refused;
		return {
			kind: 'answers',
			answers: await reconcile(batch, (key) => ({ kind: 'final', outcome: failed(named(key)) })),
		};
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
		if (!result.ok) return await judgeFailure(batch, result);
		const answers = readAnswers(keys, result.response, {
			idField: change.answerIdField ?? 'id',
			partField: change.partField,
			isAccepted,
			whenMissing: 'Query the status of the task before you repeat the operation.',
		});
		if (change.hasHappened === undefined) return { kind: 'answers', answers };
		const saidOf = (key: string) => answers.get(key) as EntryAnswer<IDataObject>;
		const open = batch.filter(({ key }) => isOpen(key, saidOf(key)));
		if (open.length === 0) return { kind: 'answers', answers };
		return {
			kind: 'answers',
			answers: new Map([...answers, ...(await reconcile(open, saidOf))]),
		};
	}

	const outcomes = await runBatches(entries, {
		size: options.batchSize,
		concurrency: options.concurrency,
		maxAttempts: client.policy.maxAttempts,
		send,
		pause: async (attempt) => await client.pause(attempt),
		identify: ({ key }) => ({ jobId: taskOf(key) }),
	});
	const explain = await explainStatuses(client, change, [...outcomes.values()], options);
	for (const [key, outcome] of outcomes) {
		if (!outcome.ok) outcomes.set(key, failed(explain(outcome.failure)));
	}
	return outcomes;
}
