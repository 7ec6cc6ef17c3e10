import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTables } from './dataTables.mts';
import { pointAtInbox } from './inbox/pointAt.mts';
import type { N8nApi } from './n8nApi.mts';

/** A workflow file as n8n exports it; the parts that are used here. */
export interface WorkflowFile {
	name: string;
	/** What n8n shows of it in its lists. */
	description?: string;
	nodes: { name: string; type: string; parameters: Record<string, unknown> }[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	/** Whether it is to be published after the import. */
	active?: boolean;
}

/** A workflow that n8n has. */
export interface WorkflowReference {
	id: string;
	name: string;
	versionId: string;
	activeVersionId?: string | null;
	isArchived?: boolean;
}

/** What was imported: hashes of the files, and the inbox that their messages go to. */
interface ImportRecord {
	files?: Record<string, string>;
	inbox?: string;
}

/** @returns the workflow files of a folder by their file names without `.json`. */
export function readWorkflows(folder: string): Record<string, string> {
	return Object.fromEntries(
		readdirSync(folder)
			.filter((name) => name.endsWith('.json'))
			.sort()
			.map((name) => [name.replace(/\.json$/, ''), readFileSync(join(folder, name), 'utf8')]),
	);
}

async function findByName(api: N8nApi, name: string): Promise<WorkflowReference | undefined> {
	const filter = encodeURIComponent(JSON.stringify({ name }));
	const found = await api.call<WorkflowReference[]>('GET', `/rest/workflows?filter=${filter}`);
	return found.find((workflow) => workflow.name === name && workflow.isArchived !== true);
}

/**
 * Creates a workflow, or overwrites the one of the same name.
 * n8n resolves credentials that are referenced by name only.
 * @returns the workflow as n8n has it
 */
export async function putWorkflow(api: N8nApi, workflow: WorkflowFile): Promise<WorkflowReference> {
	const { name, description, nodes, connections, settings = {} } = workflow;
	const body = { name, description, nodes, connections, settings };
	const existing = await findByName(api, name);
	return existing === undefined
		? await api.call('POST', '/rest/workflows', { ...body, active: false })
		: await api.call('PATCH', `/rest/workflows/${existing.id}?forceSave=true`, body);
}

/** Publishes the latest version of a workflow; its webhooks answer shortly afterwards. */
export async function publishWorkflow(
	api: N8nApi,
	{ id, versionId }: WorkflowReference,
): Promise<void> {
	await api.call('POST', `/rest/workflows/${id}/activate`, { versionId });
}

/** Leads the messages of a workflow from the inbox of the start before to that of this one, if its port is another. */
async function followInbox(
	api: N8nApi,
	id: string,
	before: string | undefined,
	now: string,
): Promise<void> {
	if (before === undefined || before === now) return;
	const workflow = await api.call<WorkflowFile & WorkflowReference>('GET', `/rest/workflows/${id}`);
	const text = JSON.stringify(workflow.nodes);
	if (!text.includes(`${before}/`)) return;
	const nodes = JSON.parse(text.replaceAll(`${before}/`, `${now}/`)) as WorkflowFile['nodes'];
	const saved = await putWorkflow(api, { ...workflow, nodes });
	if (workflow.activeVersionId) await publishWorkflow(api, saved);
}

/**
 * Imports workflow files, with their messages going to the inbox and their tables created, and publishes those that only wait
 * for calls or forms. A workflow that was imported before from the same file is left as it is, so that changes made in the
 * editor stay.
 * @param api a session
 * @param files file names without extension, and contents
 * @param recordFile keeps what was imported
 * @param inboxUrl address of the inbox
 * @returns the ids of the workflows by their file names
 */
export async function importWorkflows(
	api: N8nApi,
	files: Record<string, string>,
	recordFile: string,
	inboxUrl: string,
): Promise<Record<string, string>> {
	const before: ImportRecord = existsSync(recordFile)
		? (JSON.parse(readFileSync(recordFile, 'utf8')) as ImportRecord)
		: {};
	const hashes: Record<string, string> = {};
	const ids: Record<string, string> = {};
	for (const [file, text] of Object.entries(files)) {
		const workflow = pointAtInbox(JSON.parse(text) as WorkflowFile, inboxUrl);
		hashes[file] = createHash('sha256').update(text).digest('hex');
		const present = await findByName(api, workflow.name);
		if (present !== undefined && before.files?.[file] === hashes[file]) {
			await followInbox(api, present.id, before.inbox, inboxUrl);
			ids[file] = present.id;
			continue;
		}
		await createTables(api, workflow);
		const saved = await putWorkflow(api, workflow);
		if (workflow.active === true) {
			await publishWorkflow(api, saved);
		}
		ids[file] = saved.id;
	}
	const record: ImportRecord = { files: hashes, inbox: inboxUrl };
	writeFileSync(recordFile, `${JSON.stringify(record, undefined, '\t')}\n`);
	return ids;
}
