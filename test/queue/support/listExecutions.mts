import type { N8nApi } from '../../../demo/lib/n8nApi.mts';

/** An execution as n8n lists it. */
export interface Listed {
	id: string;
	status: string;
	mode: string;
	retryOf?: string | null;
	retrySuccessId?: string | null;
}

const PAGE = 100;

/** Lists all executions of a workflow, newest first. */
export async function executionsOf(api: N8nApi, workflowId: string): Promise<Listed[]> {
	const listed: Listed[] = [];
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (;;) {
		const last = listed.at(-1);
		const after = last === undefined ? '' : `&lastId=${last.id}`;
		const { results } = await api.call<{ results: Listed[] }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=${PAGE}${after}`,
		);
		listed.push(...results.filter(({ id }) => !listed.some((known) => known.id === id)));
		if (results.length < PAGE) return listed;
	}
}

/** @returns how many executions have each status. */
export function countByStatus(listed: readonly Listed[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { status } of listed) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}
