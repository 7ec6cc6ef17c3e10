import type { IDataObject } from 'n8n-workflow';
import { matchResults } from '../../../shared/batch/matchResults';
import type { EntryAnswer } from '../../../shared/batch/runBatches';
import { failed, success } from '../../../shared/errors/failure';
import { serviceFailure } from '../../../shared/errors/serviceError';
import { BUSY_CODES } from '../../../shared/transport/classify';
import type { ApiResponse } from '../../../shared/transport/types';

/** How the answer of a batch operation is read. */
export interface AnswerRules {
	/** The field that holds the task ID of a result. */
	idField: string;
	/** Whether a result says that its task was served; if not, its `error_code` and message say why. */
	isServed(result: IDataObject): boolean;
	/** What to tell of a task that the answer leaves out. */
	whenMissing: string;
}

const text = (...values: unknown[]): string | undefined =>
	values.find((value): value is string => typeof value === 'string' && value !== '');

/**
 * Finds out what a batch answer says about each task: results are matched by ID, never by position, and a failure of one
 * task inside a success of the call is that task's own.
 *
 * @param ids the tasks of the call, each once
 * @param response the answer
 * @param rules how this operation answers
 * @returns what came of each task; `again` where the service asks for another attempt or contradicts itself
 */
export function judgeAnswers(
	ids: readonly string[],
	response: ApiResponse,
	rules: AnswerRules,
): Map<string, EntryAnswer<IDataObject>> {
	const { status, headers, body } = response;
	const results = (Array.isArray(body.results) ? body.results : []) as IDataObject[];
	const matches = matchResults(ids, results, (result) => text(result[rules.idField]));
	const answers = new Map<string, EntryAnswer<IDataObject>>();
	for (const [id, match] of matches) {
		const details = {
			subject: `Task ${id}`,
			httpStatus: status,
			requestId: headers['x-request-id'],
			jobId: id,
		};
		if (match.kind === 'missing') {
			const message = `Task ${id}: the service did not answer for this ID`;
			answers.set(id, {
				kind: 'again',
				failure: { ...details, message, description: rules.whenMissing },
			});
		} else if (match.kind === 'contradictory') {
			const message = `Task ${id}: the service gave two answers that contradict each other`;
			answers.set(id, {
				kind: 'again',
				failure: { ...details, message, description: 'Run it again.' },
			});
		} else if (rules.isServed(match.result)) {
			answers.set(id, { kind: 'final', outcome: success(match.result) });
		} else {
			const { error_code: code, error_msg: words, error_message: otherWords } = match.result;
			const failure = serviceFailure(
				{ code: text(code), message: text(words, otherWords) },
				details,
			);
			const again = failure.errorCode !== undefined && BUSY_CODES.has(failure.errorCode);
			answers.set(
				id,
				again ? { kind: 'again', failure } : { kind: 'final', outcome: failed(failure) },
			);
		}
	}
	return answers;
}
