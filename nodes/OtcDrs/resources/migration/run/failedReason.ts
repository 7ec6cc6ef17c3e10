import { queryTasks } from '../../common/queryTasks';
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
	const reasons = new Map<string, string>();
	for (const [id, task] of details) {
		if (!task.ok) continue;
		const { failed_reason: reason, error_message: message, error_msg: words } = task.value;
		const found = [reason, message, words].find((text) => typeof text === 'string' && text !== '');
		if (found !== undefined) reasons.set(id, String(found));
	}
	return reasons;
}
