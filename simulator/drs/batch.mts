import type { Answer } from '../http/answer.mts';
import { shuffle } from '../random.mts';
import type { DrsContext } from './context.mts';
import type { Json } from './task.mts';

/** The codes of a task that is not there (any more). */
const GONE: ReadonlySet<unknown> = new Set(['DRS.M05003', 'DRS.M05004', 'DRS.M00289']);

const isGone = ({ error_code: code }: Json): boolean => GONE.has(code);

/**
 * Answers a batch, in another order than asked. For tasks that are gone the service answers HTTP 400, with the code in
 * their results: clients that pass their acceptance tests against it rely on that for `batch-detail`; here it holds for
 * every batch.
 *
 * @param status HTTP status of a success
 * @param more the fields beside the results, such as their count
 */
export function batchAnswer(
	status: number,
	results: readonly Json[],
	{ forms, random }: Pick<DrsContext, 'forms' | 'random'>,
	more: Json = { count: results.length },
): Answer {
	const gone = results.filter(isGone).length;
	const isRefused =
		gone > 0 &&
		(forms.gone === 'refusedInMixed' || (forms.gone === 'refused' && gone === results.length));
	return {
		status: isRefused ? 400 : status,
		body: { ...more, results: shuffle(results, random) },
	};
}
