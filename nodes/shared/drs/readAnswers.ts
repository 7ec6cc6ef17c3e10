import type { IDataObject } from 'n8n-workflow';
import { matchResults } from '../batch/matchResults';
import type { EntryAnswer } from '../batch/runBatches';
import { failed, success } from '../failures/failure';
import { serviceFailure } from '../failures/serviceError';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';
import { BUSY_CODES, UNCLEAR_CODES } from '../http/classify';
import type { ApiResponse } from '../http/types';

/** How the answer of a batch operation is read. */
export interface AnswerRules {
	/** The field that holds the task ID of a result. */
	idField: string;
	/** The field that tells the entries of one task apart, such as the side that a password belongs to. */
	partField?: string;
	/** Whether a result says that its task was served; if not, its `error_code` and message say why. */
	isAccepted(result: IDataObject): boolean;
	/** What to tell of a task that the answer leaves out. */
	whenMissing: string;
	/** How often it is worth while to try a task that the answer leaves out, the first attempt included. */
	attemptsWhenMissing?: number;
}

/** The service is busy or in trouble, for a while: it says nothing about the task itself. */
const PASSING_CODES: ReadonlySet<string> = new Set([...BUSY_CODES, ...UNCLEAR_CODES]);

/** @returns the key of an entry: the task's ID, and the part of the task that it is about if there are several. */
export const entryKey = (id: string, part?: unknown): string =>
	part === undefined ? id : `${id} ${String(part)}`;

/** @returns the task's ID in the key of an entry. */
export const taskOf = (key: string): string => key.split(' ', 1)[0];

/**
 * Finds out what a batch answer says about each task: results are matched by ID, never by position, and a failure of one
 * task inside a success of the call is that task's own.
 *
 * @param keys the entries of the call, see `entryKey`, each once
 * @param response the answer
 * @param rules how this operation answers
 * @returns what came of each entry by key; `again` where the service is busy or in trouble, or contradicts itself
 */
export function readAnswers(
	keys: readonly string[],
	response: ApiResponse,
	rules: AnswerRules,
): Map<string, EntryAnswer<IDataObject>> {
	const { status, headers, body } = response;
	const { idField, partField } = rules;
	const matches = matchResults(keys, recordsIn(body.results), (result) => {
		const id = readText(result[idField]);
		if (id === undefined || partField === undefined) return id;
		const part = readText(result[partField]);
		return part === undefined ? undefined : entryKey(id, part);
	});
	const answers = new Map<string, EntryAnswer<IDataObject>>();
	for (const [key, match] of matches) {
		const id = taskOf(key);
		const details = {
			subject: `Task ${id}`,
			httpStatus: status,
			requestId: headers['x-request-id'],
			jobId: id,
		};
		if (match.kind === 'missing') {
			const message = `Task ${id}: the service did not answer for this ID`;
			answers.set(key, {
				kind: 'again',
				failure: { ...details, message, description: rules.whenMissing, leftOut: true },
				maxAttempts: rules.attemptsWhenMissing,
			});
		} else if (match.kind === 'contradictory') {
			const message = `Task ${id}: the service gave two answers that contradict each other`;
			answers.set(key, {
				kind: 'again',
				failure: { ...details, message, description: 'Run it again.', isTransient: true },
			});
		} else if (rules.isAccepted(match.result)) {
			answers.set(key, { kind: 'final', outcome: success(match.result) });
		} else {
			const { error_code: code, error_msg: words, error_message: otherWords } = match.result;
			const failure = serviceFailure(
				{ code: readText(code), message: readText(words, otherWords) },
				details,
			);
			const again = failure.errorCode !== undefined && PASSING_CODES.has(failure.errorCode);
			answers.set(
				key,
				again
					? { kind: 'again', failure: { ...failure, isTransient: true } }
					: { kind: 'final', outcome: failed(failure) },
			);
		}
	}
	return answers;
}
