import type { Journal } from '../../simulator/journal/journal.mts';

/** @returns the IDs of the tasks that the service started, as its answers say; one for each start */
export const startedTasks = (journal: Journal): string[] =>
	journal
		.of('startTasks')
		.flatMap(
			({ responseBody }) =>
				(responseBody as { results?: Array<{ id: string; status: string }> }).results ?? [],
		)
		.filter(({ status }) => status === 'success')
		.map(({ id }) => id);
