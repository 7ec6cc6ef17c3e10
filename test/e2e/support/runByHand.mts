import { readExecution, type Execution, readStatus } from '../../../demo/lib/executions.mts';
import type { N8nApi } from '../../../demo/lib/n8nApi.mts';
import { waitUntil } from './exampleWorkflows.mts';

/**
 * Runs a workflow by hand, as the editor's button does, and waits until it has ended.
 *
 * @param trigger name of the trigger node to start from
 * @param patience milliseconds
 */
export async function runByHand(
	api: N8nApi,
	workflowId: string,
	trigger: string,
	patience = 180_000,
): Promise<Execution> {
	const saved = await api.call<object>('GET', `/rest/workflows/${workflowId}`);
	const { executionId } = await api.call<{ executionId: string }>(
		'POST',
		`/rest/workflows/${workflowId}/run`,
		{ workflowData: saved, triggerToStartFrom: { name: trigger } },
	);
	await waitUntil(
		`execution ${executionId} ends`,
		async () => !['new', 'running', 'waiting'].includes(await readStatus(api, executionId)),
		patience,
	);
	return await readExecution(api, executionId);
}
