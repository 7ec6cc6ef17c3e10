import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../../shared/batch/concurrency';
import { SCENARIOS } from '../resources/task/create/scenario';
import { objectsIn, searchable } from './pages';

const PAGE_SIZE = 100;
const CONCURRENCY = 3;

/** The list operation answers one scenario and one engine at a time. */
const GROUPS = SCENARIOS.flatMap(({ dbUseType, engines }) =>
	engines.map(({ value }) => ({ db_use_type: dbUseType, engine_type: value })),
);

/** Fills "Task", newest first, over all scenarios and engines. */
export const searchTasks = searchable({
	noun: 'tasks in this project',
	whenEmpty: 'Create a task first, or check the region and the project of the credential.',
	async fetchPage(client, context, token) {
		const page = Number(token ?? 1);
		const lists = await mapConcurrently(
			GROUPS,
			CONCURRENCY,
			async (group): Promise<IDataObject[]> => {
				const result = await client.call({
					service: 'drs',
					method: 'POST',
					path: '/v3/{project_id}/jobs',
					body: { ...group, cur_page: page, per_page: PAGE_SIZE },
					idempotent: true,
					purpose: 'List of tasks',
				});
				if (result.ok) return objectsIn(result.response.body, 'jobs');
				const { message, description } = result.failure;
				throw new NodeOperationError(context.getNode(), message, { description });
			},
		);
		const tasks = lists.flat().sort((a, b) => Number(b.create_time) - Number(a.create_time));
		return {
			entries: tasks.map(({ id, name, status }) => ({
				name: `${String(name)} (${String(status)})`,
				value: String(id),
			})),
			next: lists.some((list) => list.length === PAGE_SIZE) ? String(page + 1) : undefined,
		};
	},
});
