import type { N8nApi } from '../../../demo/lib/n8nApi.mts';

/** Adds a row to one of n8n's data tables, as its page does. */
export async function insertRow(
	api: N8nApi,
	table: string,
	row: Record<string, unknown>,
): Promise<void> {
	const { id: project } = await api.call<{ id: string }>('GET', '/rest/projects/personal');
	const path = `/rest/projects/${project}/data-tables`;
	const { data } = await api.call<{ data: Array<{ id: string; name: string }> }>('GET', path);
	const { id } = data.find(({ name }) => name === table)!;
	await api.call('POST', `${path}/${id}/insert`, { data: [row], returnType: 'count' });
}
