import type { IDataObject } from 'n8n-workflow';
import { matchResults, type Match } from '../batch/matchResults';
import type { BatchEntry, EntryAnswer } from '../batch/runBatches';
import { failed, success, type Failure } from '../failures/failure';
import { serviceFailure } from '../failures/serviceError';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';
import { BUSY_CODES, UNCLEAR_CODES } from '../http/classify';
import type { ApiResponse } from '../http/types';

/** The task that an answer is about: its ID or, before it has one, its name. */
export type TaskRef = Pick<Failure, 'jobId' | 'jobName'>;

/** What to tell of a task that an answer leaves out. */
export interface Missing {
	/** What has happened, after the name of the task. */
	message: string;
	/** What to do about it. */
	remedy: string;
	/** How often it is worth while to try such a task, the first attempt included. */
	maxAttempts?: number;
}

/** How the answer of a batch operation is read. */
export interface AnswerRules<E extends BatchEntry> {
	/** Names the task of an entry. */
	identify(entry: E): TaskRef;
	/** @returns the key of the entry that a result belongs to, undefined if it has none */
	keyOf(result: IDataObject): string | undefined;
	/** Whether a result says that its task was served; if not, its `error_code` and message say why. */
	isAccepted(result: IDataObject): boolean;
	missing: Missing;
	/** The results of an answer, where they are not the list `results`. */
	findResults?(body: IDataObject): IDataObject[];
}

/** The service is busy or in trouble, for a while: it says nothing about the task itself. */
const TRANSIENT_CODES: ReadonlySet<string> = new Set([...BUSY_CODES, ...UNCLEAR_CODES]);

/** @returns a task as messages name it. */
const subjectOf = ({ jobId, jobName }: TaskRef): string =>
	jobName === undefined ? `Task ${jobId}` : `Task "${jobName}"`;

/**
 * Reads why the service did not serve a task.
 *
 * @param result the task's part of the answer, or all of it
 * @param response the answer
 * @param task whose it is
 * @returns the failure, in the service's words
 */
export function readRefusal(
	result: IDataObject,
	{ status, headers }: Pick<ApiResponse, 'status' | 'headers'>,
	task: TaskRef,
): Failure {
	const { error_code: code, error_msg: words, error_message: otherWords } = result;
	return serviceFailure(
		{ code: readText(code), message: readText(words, otherWords) },
		{
			subject: subjectOf(task),
			httpStatus: status,
			requestId: headers['x-request-id'],
			jobId: readText(result.id),
			...task,
		},
	);
}

/** @returns what an answer says of one task; `again` where the service is busy or in trouble, or contradicts itself */
function readAnswer<E extends BatchEntry>(
	match: Match<IDataObject>,
	task: TaskRef,
	response: ApiResponse,
	{ isAccepted, missing }: AnswerRules<E>,
): EntryAnswer<IDataObject> {
	const about = {
		httpStatus: response.status,
		requestId: response.headers['x-request-id'],
		...task,
	};
	if (match.kind === 'missing') {
		const message = `${subjectOf(task)}: ${missing.message}`;
		const failure = { ...about, message, description: missing.remedy, leftOut: true };
		return { kind: 'again', failure, maxAttempts: missing.maxAttempts };
	}
	if (match.kind === 'contradictory') {
		const message = `${subjectOf(task)}: the service gave two contradicting results`;
		const failure = { ...about, message, description: 'Run the node again.', isTransient: true };
		return { kind: 'again', failure };
	}
	if (isAccepted(match.result)) return { kind: 'final', outcome: success(match.result) };
	const failure = readRefusal(match.result, response, task);
	return TRANSIENT_CODES.has(failure.errorCode ?? '')
		? { kind: 'again', failure: { ...failure, isTransient: true } }
		: { kind: 'final', outcome: failed(failure) };
}

/**
 * Finds out what a batch answer says about each task: results are matched by ID or name, never by position, and a failure
 * of one task inside a success of the call is that task's own.
 *
 * @param entries the entries of the call, keys unique
 * @param response the answer
 * @param rules how this operation answers
 * @returns what came of each entry by key
 */
export function readAnswers<E extends BatchEntry>(
	entries: readonly E[],
	response: ApiResponse,
	rules: AnswerRules<E>,
): Map<string, EntryAnswer<IDataObject>> {
	const { body } = response;
	const results = rules.findResults?.(body) ?? recordsIn(body.results);
	const keys = entries.map(({ key }) => key);
	const matches = matchResults(keys, results, (result) => rules.keyOf(result));
	return new Map(
		entries.map((entry): [string, EntryAnswer<IDataObject>] => {
			const match = matches.get(entry.key) ?? { kind: 'missing' };
			return [entry.key, readAnswer(match, rules.identify(entry), response, rules)];
		}),
	);
}
