import type { Failure, Outcome } from '../failures/failure';
import type { ApiClient } from '../client/client';
import { queryTasks } from './query';
import { STATUS } from './queries/status';

/** In which statuses the service allows an operation. */
export interface StatusRule {
	/** What is done to a task, for messages, such as `start`. */
	verb: string;
	/** The statuses in which the service allows it, as DRS names them. */
	allowedIn: readonly string[];
	/** What else the service demands in these statuses, as a sentence that says what to do. */
	alsoNeeds?: string;
}

/** The service's code for a task whose status does not allow an operation. */
export const WRONG_STATUS = 'DRS.M00304';

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
 * Looks up the tasks that were refused for their status, all in one query.
 *
 * @param client the client of the run
 * @param rule the operation
 * @param outcomes what became of tasks; failures of any other kind do not count
 * @param options tasks per call, and calls at the same time
 * @returns what makes a better failure of one for the status, which names that status and those that would do; any other
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
	const tasks = await queryTasks(client, STATUS, [...new Set(refused)], options);
	return (failure) => {
		const { errorCode, jobId = '' } = failure;
		const task = errorCode === WRONG_STATUS ? tasks.get(jobId) : undefined;
		return task?.ok ? explain(failure, jobId, String(task.value.status), rule) : failure;
	};
}
