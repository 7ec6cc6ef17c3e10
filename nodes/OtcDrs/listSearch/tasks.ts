import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { mapConcurrently } from '../../shared/batch/concurrency';
import { newestFirst, TASK_GROUPS } from '../../shared/drs/listTasks';
import { listPage } from '../../shared/drs/taskPages';
import { text } from '../../shared/values/fieldValues';
import { findOperation } from '../resources';
import { searchable, toEntry } from './pages';

const CONCURRENCY = 3;

/** @returns the statuses of the tasks that the chosen operation can work on; undefined for all. */
function allowedStatuses(context: ILoadOptionsFunctions): readonly string[] | undefined {
	const [resource, operation] = ['resource', 'operation'].map((name) =>
		String(context.getCurrentNodeParameter(name) ?? ''),
	);
	return findOperation(resource, operation)?.taskStatuses;
}

/** Fills "Task", newest first, over all scenarios and engines, with the tasks that the operation can work on. */
export const searchTasks = searchable({
	noun: 'tasks in this project',
	whenEmpty:
		'Create a task first, or wait until one is in a status in which the operation is possible. Check also the region and the project of the credential.',
	async fetchPage(client, context, token) {
		const page = Number(token ?? 1);
		const lists = await mapConcurrently(TASK_GROUPS, CONCURRENCY, async (group) => {
			const outcome = await listPage(client, group, page);
			if (outcome.ok) return outcome.value;
			const { message, description } = outcome.failure;
			throw new NodeOperationError(context.getNode(), message, { description });
		});
		const allowed = allowedStatuses(context);
		const tasks = newestFirst(lists.flatMap(({ tasks: listed }) => listed));
		const fitting = tasks.filter(
			({ status }) => allowed === undefined || allowed.includes(text(status) ?? ''),
		);
		return {
			entries: fitting.flatMap((task) => toEntry(task, task.status)),
			next: lists.some(({ isLast }) => !isLast) ? String(page + 1) : undefined,
		};
	},
});
