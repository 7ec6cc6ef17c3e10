import { type N8nApi, N8nApiRefusal } from './n8nApi.mts';
import type { WorkflowFile } from './workflows.mts';

interface TableParameters {
	tableName: string;
	columns: { column: Array<{ name: string; type: string }> };
}

/** @returns what the nodes of a workflow that create tables say. */
const tablesOf = ({ nodes }: WorkflowFile): TableParameters[] =>
	nodes
		.filter(
			({ type, parameters: { resource, operation } }) =>
				type === 'n8n-nodes-base.dataTable' && resource === 'table' && operation === 'create',
		)
		.map(({ parameters }) => parameters as unknown as TableParameters);

/** n8n's answer to a table of a name that is taken. */
const TAKEN = 409;

/**
 * Creates the data tables that a workflow creates in its own set-up, so that it runs at once. Those that exist stay.
 * @param api a session
 * @param workflow as its file has it
 */
export async function createTables(api: N8nApi, workflow: WorkflowFile): Promise<void> {
	const tables = tablesOf(workflow);
	if (tables.length === 0) return;
	const { id } = await api.call<{ id: string }>('GET', '/rest/projects/personal');
	for (const { tableName: name, columns } of tables) {
		try {
			const body = { name, columns: columns.column };
			await api.call('POST', `/rest/projects/${id}/data-tables`, body);
		} catch (error) {
			if (!(error instanceof N8nApiRefusal && error.status === TAKEN)) throw error;
		}
	}
}
