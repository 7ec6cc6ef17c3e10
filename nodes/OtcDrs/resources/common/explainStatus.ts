import type { Failure } from '../../../shared/errors/failure';
import type { ApiClient } from '../../../shared/transport/client';
import { queryTasks } from './queryTasks';

/** In which statuses the service allows an operation. */
export interface StatusRule {
	/** What is done to a task, for messages, such as `start`. */
	verb: string;
	/** The statuses in which the service allows it, as DRS names them. */
	allowedIn: readonly string[];
	/** What else the service demands in these statuses, as a sentence that says what to do. */
	alsoNeeds?: string;
}

const WRONG_STATUS = 'DRS.M00304';

function explain(failure: Failure, id: string, present: string, rule: StatusRule): Failure {
	const fits = rule.allowedIn.includes(present);
	return {
		...failure,
		message: `Task ${id}: cannot ${rule.verb} ${fits ? 'yet' : `in status ${present}`} (${WRONG_STATUS})`,
		description: fits
			? (rule.alsoNeeds ?? failure.description)
			: `It is possible in ${rule.allowedIn.join(', ')}. Wait until the task is there, or run the step that is due.`,
	};
}

/**
 * Tells of tasks that were refused for their status which one that is, and which would do; by one query for all of them.
 *
 * @param client the client of the run
 * @param rule the operation
 * @param failures failures by task ID, of any kind
 * @param options tasks a call, and calls at the same time
 * @returns the failures that could be explained better, by task ID
 */
export async function explainStatuses(
	client: ApiClient,
	rule: StatusRule,
	failures: ReadonlyMap<string, Failure>,
	options: { batchSize: number; concurrency: number },
): Promise<Map<string, Failure>> {
	const refused = [...failures].filter(([, { errorCode }]) => errorCode === WRONG_STATUS);
	const statuses = await queryTasks(
		client,
		'status',
		refused.map(([id]) => id),
		options,
	);
	return new Map(
		refused.flatMap(([id, failure]) => {
			const task = statuses.get(id);
			return task?.ok ? [[id, explain(failure, id, String(task.value.status), rule)] as const] : [];
		}),
	);
}
