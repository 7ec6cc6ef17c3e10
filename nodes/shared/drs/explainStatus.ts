import type { IDataObject } from 'n8n-workflow';
import type { Failure, Outcome } from '../failures/failure';
import type { ApiClient } from '../client/client';
import { readText } from '../values/read';
import { queryTasks } from './query';
import { DETAILS } from './queries/details';
import { statusText } from './statuses';

/** In which statuses the service allows an operation. */
export interface StatusRule {
	/** What is done to a task, for messages, such as `start`. */
	verb: string;
	/** The statuses in which the service allows it, as DRS names them. */
	allowedIn: readonly string[];
	/** What else the service demands in these statuses, as a sentence that says what to do. */
	alsoNeeds?: string;
	/** What to do about a status that does not allow it, where there is something better than to wait. */
	remedyFor?: (status: string) => string | undefined;
}

/** The service's code for a task whose status does not allow an operation. */
export const WRONG_STATUS = 'DRS.M00304';

/** More statuses than this are not listed: nobody reads them. */
const MAX_LISTED = 6;

function remedyOf(rule: StatusRule, status: string): string {
	const own = rule.remedyFor?.(status);
	if (own !== undefined) return own;
	if (rule.allowedIn.length > MAX_LISTED) {
		return 'Wait until the task has been created, or choose a task that has not been stopped.';
	}
	return `Possible in status ${rule.allowedIn.map(statusText).join(', ')}. Wait until the task has such a status, or run the step before it.`;
}

/** @returns how a message names a task: by its name, if that is known, and its ID */
export const taskLabel = (id: string, name?: string): string =>
	`Task ${name ? `"${name}" (${id})` : id}`;

function explain(failure: Failure, id: string, task: IDataObject, rule: StatusRule): Failure {
	const status = String(task.status);
	const fits = rule.allowedIn.includes(status);
	return {
		...failure,
		message: `${taskLabel(id, readText(task.name))}: cannot ${rule.verb} ${fits ? 'yet' : `in status ${statusText(status)}`} (${WRONG_STATUS})`,
		description: fits ? (rule.alsoNeeds ?? failure.description) : remedyOf(rule, status),
	};
}

/**
 * Looks up the tasks that were refused for their status, all in one query.
 *
 * @param client the client of the run
 * @param rule the operation
 * @param outcomes what became of tasks; failures of any other kind do not count
 * @param options tasks per call, and calls at the same time
 * @returns what makes a better failure of one for the status, which names the task, that status and those that would do; any other
 * failure stays as it is
 */
export async function explainStatuses(
	client: ApiClient,
	rule: StatusRule,
	outcomes: ReadonlyArray<Outcome<unknown>>,
	options: { batchSize: number; concurrency: number },
): Promise<(failure: Failure) => Failure> {
	const refused = outcomes.flatMap((outcome) =>
		!outcome.ok && outcome.failure.errorCode === WRONG_STATUS ? (outcome.failure.jobId ?? []) : [],
	);
	const tasks = await queryTasks(client, DETAILS, [...new Set(refused)], options);
	return (failure) => {
		const { errorCode, jobId = '' } = failure;
		const task = errorCode === WRONG_STATUS ? tasks.get(jobId) : undefined;
		return task?.ok ? explain(failure, jobId, task.value, rule) : failure;
	};
}
