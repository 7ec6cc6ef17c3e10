import { queryTasks } from '../../../../shared/drs/queryTasks';
import { reasonOf } from '../../../../shared/drs/failedReason';
import type { Migration, RunContext } from './migration';

/** @returns why tasks failed, in the service's words, by task ID; nothing for tasks of which it does not say. */
export async function failedReason(
	{ client, queries }: RunContext,
	migrations: readonly Migration[],
): Promise<Map<string, string>> {
	const details = await queryTasks(
		client,
		'details',
		migrations.map(({ id }) => id),
		queries,
	);
	return new Map(
		[...details].flatMap(([id, task]): Array<[string, string]> => {
			const reason = task.ok ? reasonOf(task.value) : undefined;
			return reason === undefined ? [] : [[id, reason]];
		}),
	);
}
