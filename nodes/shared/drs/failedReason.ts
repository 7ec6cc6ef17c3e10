import type { IDataObject } from 'n8n-workflow';
import { serviceText } from '../failures/serviceError';
import type { ApiClient } from '../client/client';
import { queryTasks } from './query';
import { DETAILS } from './queries/details';

/**
 * @param details of a task (drs_api_0151)
 * @returns why the task failed, in the service's words as far as anybody reads on; undefined where it does not say
 */
export const failedReason = ({
	failed_reason: reason,
	error_message: message,
	error_msg: words,
}: IDataObject): string | undefined => serviceText(reason, message, words);

/**
 * Asks why tasks failed. A query that fails leaves its tasks without a reason.
 *
 * @param client the client of the run
 * @param ids task IDs, each once
 * @param options tasks per call, and calls at the same time
 * @returns the reasons by task ID, in the service's words; nothing for tasks of which it gives none
 */
export async function fetchFailedReasons(
	client: ApiClient,
	ids: readonly string[],
	options: { batchSize: number; concurrency: number },
): Promise<Map<string, string>> {
	const details = await queryTasks(client, DETAILS, ids, options);
	return new Map(
		[...details].flatMap(([id, task]): Array<[string, string]> => {
			const reason = task.ok ? failedReason(task.value) : undefined;
			return reason === undefined ? [] : [[id, reason]];
		}),
	);
}
