import type { N8nApi } from '../../../demo/lib/n8nApi.mts';

/** An execution as n8n lists it. */
export interface Listed {
	id: string;
	status: string;
	mode: string;
	retryOf?: string | null;
	retrySuccessId?: string | null;
}

interface Page {
	results: Listed[];
	nextCursor: string | null;
}

/** Lists all executions of a workflow, newest first. */
export async function executionsOf(api: N8nApi, workflowId: string): Promise<Listed[]> {
	const listed: Listed[] = [];
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	let cursor: string | null = null;
	do {
		const from: string = cursor === null ? '' : `&cursor=${cursor}`;
		const page: Page = await api.call('GET', `/rest/executions?filter=${filter}&limit=100${from}`);
		listed.push(...page.results);
		cursor = page.nextCursor;
	} while (cursor !== null);
	return listed;
}

/** @returns how many executions have each status. */
export function countByStatus(listed: readonly Listed[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { status } of listed) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}
