import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { Outcomes } from '../batch/outcomes';
import type { EntryAnswer } from '../batch/runBatches';
import { sendBatches, type OpenEntry } from '../batch/sendBatches';
import { failed, success, type Failure, type Outcome } from '../failures/failure';
import type { FieldProblem } from '../failures/fieldProblems';
import type { ApiClient } from '../client/client';
import type { ApiRequest } from '../http/types';
import { explainStatuses, WRONG_STATUS, type StatusRule } from './explainStatus';
import { queryTasks } from './query';
import { STATUS } from './queries/status';
import { readAnswers } from './readAnswers';
import { isServed } from './verdict';
import { entryKey, resultKey, type TaskEntry } from './taskEntry';

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
	/** The field that tells the entries of one task apart, in request and answer; without it a task has one entry per call. */
	partField?: string;
	/**
	 * Whether the status shows that the change has been carried out; undefined for a task that is gone. A call with an
	 * unclear end is not repeated before this was asked. Without it, the change may simply be sent twice.
	 */
	hasHappened?(status: string | undefined): boolean;
	/** What the reference demands of an entry, without the task's ID; additional request fields are part of it. */
	check?(body: IDataObject): FieldProblem[];
	/** Whether a task that the service leaves out, also at a second look, is gone because of this change. */
	removes?: boolean;
}

/** A change of one task. */
export interface ChangeEntry extends TaskEntry {
	/** The entry of the request, without the task's ID. */
	body: IDataObject;
	/** When an earlier try sent it, if nobody knows whether it was carried out; in ms since 1970. */
	sentAt?: number;
}

/** The same, as it is sent in batches. */
type KeyedEntry = ChangeEntry & { key: string };

/** There is no task with this ID, or not any more. */
export const GONE_CODES: ReadonlySet<string> = new Set(['DRS.M00289', 'DRS.M05003', 'DRS.M05004']);

const MISSING = {
	message: 'the service returned nothing for this ID',
	remedy: 'Check the status of the task before you repeat the operation.',
};

function toRequest(change: Change, batch: readonly KeyedEntry[]): ApiRequest {
	const { idField = 'job_id', list = 'jobs', method, path, verb } = change;
	return {
		service: 'drs',
		method,
		path: `/v3/{project_id}/jobs/${path}`,
		body: { [list]: batch.map(({ id, body }) => ({ ...body, [idField]: id })) },
		idempotent: change.hasHappened === undefined,
		readsResults: true,
		purpose: batch.length === 1 ? `Task ${batch[0].id}` : `Call to ${verb} ${batch.length} tasks`,
	};
}

/**
 * Reads whether the status of a task shows that its change was carried out.
 *
 * @param hasHappened the rule of the change
 * @param isGone whether a failed look-up shows that the task is gone
 * @param open the entry, and what its call said
 * @param task the task's status, or why it is not known
 * @returns success if the change has happened, else what the call said
 */
function readStatus(
	hasHappened: (status: string | undefined) => boolean,
	isGone: (failure: Failure) => boolean,
	{ entry: { id }, answer }: OpenEntry<KeyedEntry, IDataObject>,
	task: Outcome<IDataObject>,
): EntryAnswer<IDataObject> {
	if (!task.ok && !isGone(task.failure)) {
		return answer.kind === 'again'
			? { kind: 'final', outcome: failed({ ...task.failure, jobId: id }) }
			: answer;
	}
	return hasHappened(task.ok ? String(task.value.status) : undefined)
		? { kind: 'final', outcome: success({ id, status: 'success' }) }
		: answer;
}

const isWrongStatus = (answer: EntryAnswer<IDataObject>): boolean =>
	answer.kind === 'final' &&
	!answer.outcome.ok &&
	answer.outcome.failure.errorCode === WRONG_STATUS;

/** @returns the failure of a task whose status refuses a change that an earlier call may have carried out. */
const unclear = (failure: Failure, { verb }: Change): Failure => ({
	...failure,
	message: `Task ${failure.jobId}: a call to ${verb} it got no response, and the service refuses a second one (${WRONG_STATUS})`,
	description:
		'The first call may have been carried out, and the status may follow late. Check the status of the task before you repeat the operation.',
});

/**
 * Changes many tasks in batches. A change that must not be carried out twice is looked up by the status of its task after
 * an unclear end.
 *
 * @param client the client of the run
 * @param change the operation
 * @param entries the entries, each part of a task once
 * @param options tasks per call, and calls at the same time
 * @returns the outcome of each entry by `entryKey`: the API's own result, or why there is none
 */
export async function changeTasks(
	client: ApiClient,
	change: Change,
	entries: readonly ChangeEntry[],
	options: { batchSize: number; concurrency: number },
): Promise<Outcomes<IDataObject>> {
	const { hasHappened, answerIdField = 'id', partField } = change;
	const identify = ({ id }: KeyedEntry) => ({ jobId: id });
	const rules = {
		identify,
		keyOf: (result: IDataObject) => resultKey(result, answerIdField, partField),
		isAccepted: isServed,
		missing: MISSING,
	};

	const isGone = ({ errorCode, leftOut }: Failure, isUnclear: boolean): boolean =>
		GONE_CODES.has(errorCode ?? '') ||
		(leftOut === true && change.removes === true && isUnclear && client.policy.maxAttempts > 1);

	/** Reads the statuses of tasks once. */
	async function look(open: ReadonlyArray<OpenEntry<KeyedEntry, IDataObject>>) {
		const ids = [...new Set(open.map(({ entry }) => entry.id))];
		const tasks = await queryTasks(client, STATUS, ids, options);
		return open.map((one) =>
			readStatus(
				(status) => hasHappened?.(status) === true,
				(failure) => isGone(failure, one.isUnclear),
				one,
				tasks.of(one.entry.id),
			),
		);
	}

	/** The keys of entries of which the service says neither that they were carried out nor why not. */
	const late = new Set<string>();

	/** The status follows late: where an unclear call may be the reason for another refusal, it is read for a while. */
	async function lookUp(open: ReadonlyArray<OpenEntry<KeyedEntry, IDataObject>>) {
		const read = await look(open);
		for (let attempt = 1; attempt < client.policy.maxAttempts; attempt++) {
			const waiting = open.flatMap((one, index) =>
				one.isUnclear && isWrongStatus(read[index]) ? [index] : [],
			);
			if (waiting.length === 0 || !(await client.pause(attempt))) break;
			const again = await look(waiting.map((index) => open[index]));
			waiting.forEach((index, at) => (read[index] = again[at]));
		}
		open.forEach(({ entry, isUnclear }, index) => {
			if (isUnclear && isWrongStatus(read[index])) late.add(entry.key);
		});
		return read;
	}

	const outcomes = await sendBatches(
		client,
		entries.map((entry) => ({ ...entry, key: entryKey(entry) })),
		{
			batchSize: options.batchSize,
			concurrency: options.concurrency,
			identify,
			toRequest: (batch) => toRequest(change, batch),
			read: (batch, response) => readAnswers(batch, response, rules),
			lookUp: hasHappened && lookUp,
			looksUpBusy: true,
		},
	);
	const explain = await explainStatuses(client, change, [...outcomes.values()], options);
	for (const [key, outcome] of outcomes) {
		if (outcome.ok) continue;
		const { failure } = outcome;
		outcomes.set(key, failed(late.has(key) ? unclear(failure, change) : explain(failure)));
	}
	return outcomes;
}
