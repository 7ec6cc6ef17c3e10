import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { mapConcurrently } from '../batch/concurrency';
import { newestFirst, TASK_GROUPS } from '../drs/listTasks';
import { statusText } from '../drs/statuses';
import { listPage } from '../drs/taskPages';
import { readText } from '../values/read';
import { listError, searchable, toEntry } from './searchable';

const CONCURRENCY = 3;

/**
 * Makes the method that fills "Task": newest first, over all scenarios and engines.
 *
 * @param allowedStatuses the statuses of the tasks that the chosen operation can work on; undefined for all
 */
export const taskSearch = (
	allowedStatuses: (context: ILoadOptionsFunctions) => readonly string[] | undefined = () =>
		undefined,
) =>
	searchable(() => {
		let hidden = 0;
		return {
			noun: 'tasks in this project',
			whenEmpty:
				'Create a task first, or wait until a task has a status in which the operation is possible. Also check the region and project of the credential.',
			async fetchPage(client, context, token) {
				const page = Number(token ?? 1);
				const lists = await mapConcurrently(TASK_GROUPS, CONCURRENCY, async (group) => {
					const outcome = await listPage(client, group, page);
					if (outcome.ok) return outcome.value;
					throw listError(context, outcome.failure, 'drs');
				});
				const allowed = allowedStatuses(context);
				const tasks = newestFirst(lists.flatMap(({ tasks: listed }) => listed));
				const fitting = tasks.filter(
					({ status }) => allowed === undefined || allowed.includes(readText(status) ?? ''),
				);
				hidden += tasks.length - fitting.length;
				return {
					entries: fitting.flatMap((task) =>
						toEntry(task).map((entry) => ({
							...entry,
							description: statusText(readText(task.status) ?? ''),
						})),
					),
					next: lists.some(({ isLast }) => !isLast) ? String(page + 1) : undefined,
				};
			},
			whyHidden: () =>
				hidden === 0
					? undefined
					: 'No task has a status that allows this operation. Use "By ID" for any task.',
		};
	});
