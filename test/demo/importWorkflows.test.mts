import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pointAtInbox } from '../../demo/lib/inbox/pointAt.mts';
import { N8nApi } from '../../demo/lib/n8nApi.mts';
import { importWorkflows } from '../../demo/lib/workflows.mts';
import { useFakeN8n } from './useFakeN8n.mts';

const { connect, sent } = useFakeN8n();

/** A node with an address, and how to read it from a workflow. */
const slackSettings = () => {
	const assignments = [{ name: 'slackWebhookUrl', value: '' }];
	const SETTINGS = {
		name: 'Settings',
		type: 'n8n-nodes-base.set',
		parameters: { assignments: { assignments } },
	};
	const settingsOf = (workflow: unknown) =>
		(workflow as { nodes: Array<typeof SETTINGS> }).nodes[0].parameters.assignments.assignments[0]
			.value;
	return { SETTINGS, settingsOf };
};

describe('The import of workflows', () => {
	const file = (active: boolean, node: string) =>
		JSON.stringify({
			name: 'W',
			nodes: [{ name: node, type: 'n8n-nodes-base.noOp', parameters: {} }],
			connections: {},
			active,
		});
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'otc-drs-demo-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const withWorkflows = async (): Promise<N8nApi> => {
		let stored: { id: string; name: string; versionId: string } | undefined;
		return await connect(({ method, path }) => {
			if (method === 'GET') {
				return { data: stored === undefined ? [] : [stored] };
			}
			if (!path.endsWith('/activate')) {
				stored = { id: '5', name: 'W', versionId: 'v' };
			}
			return { data: stored };
		});
	};
	const changes = (): string[] =>
		sent()
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`);
	const record = () => join(folder, 'imported.json');
	const INBOX = 'http://127.0.0.1:8086';

	it('creates and publishes', async () => {
		const api = await withWorkflows();
		expect(await importWorkflows(api, { w: file(true, 'A') }, record(), INBOX)).toEqual({ w: '5' });
		expect(changes()).toEqual(['POST /rest/workflows', 'POST /rest/workflows/5/activate']);
		expect(sent().at(-1)?.body).toEqual({ versionId: 'v' });
	});

	it('does not publish a workflow that is not active', async () => {
		await importWorkflows(await withWorkflows(), { w: file(false, 'A') }, record(), INBOX);
		expect(changes()).toEqual(['POST /rest/workflows']);
	});

	it('leaves a workflow alone that came from the same file, so that edits stay', async () => {
		const api = await withWorkflows();
		await importWorkflows(api, { w: file(true, 'A') }, record(), INBOX);
		const before = changes().length;
		expect(await importWorkflows(api, { w: file(true, 'A') }, record(), INBOX)).toEqual({ w: '5' });
		expect(changes()).toHaveLength(before);
	});

	it('overwrites it when the file has changed', async () => {
		const api = await withWorkflows();
		await importWorkflows(api, { w: file(true, 'A') }, record(), INBOX);
		await importWorkflows(api, { w: file(true, 'B') }, record(), INBOX);
		expect(changes().slice(2)).toEqual([
			'PATCH /rest/workflows/5?forceSave=true',
			'POST /rest/workflows/5/activate',
		]);
	});

	it('leads messages to the inbox, also when that has another port in the next start', async () => {
		const { SETTINGS, settingsOf } = slackSettings();
		let stored: Record<string, unknown> | undefined;
		const api = await connect(({ method, path, body }) => {
			if (method !== 'GET' && !path.endsWith('/activate'))
				stored = { ...body, id: '5', versionId: 'v', activeVersionId: 'v' };
			const list = stored === undefined ? [] : [stored];
			return { data: method === 'GET' && path.includes('filter') ? list : stored };
		});
		const files = { w: JSON.stringify({ name: 'W', nodes: [SETTINGS], connections: {} }) };
		await importWorkflows(api, files, record(), INBOX);
		expect(settingsOf(stored)).toBe(`${INBOX}/slack`);
		await importWorkflows(api, files, record(), 'http://127.0.0.1:9000');
		expect(settingsOf(stored)).toBe('http://127.0.0.1:9000/slack');
		expect(changes().at(-1)).toBe('POST /rest/workflows/5/activate');
	});

	it('leaves settings that are named like what every object has', () => {
		const assignments = [{ name: 'constructor', value: 'x' }];
		const node = { name: 'Settings', type: 'set', parameters: { assignments: { assignments } } };
		const workflow = { name: 'W', nodes: [node], connections: {} };
		expect(pointAtInbox(workflow, INBOX).nodes).toEqual([node]);
	});

	it('creates the tables that a workflow sets up, and leaves those that exist', async () => {
		const columns = [{ name: 'state', type: 'string' }];
		const table = {
			name: 'Create Table',
			type: 'n8n-nodes-base.dataTable',
			parameters: {
				...{ resource: 'table', operation: 'create', tableName: 'events' },
				columns: { column: columns },
			},
		};
		const text = JSON.stringify({ name: 'W', nodes: [table, table], connections: {} });
		let tables = 0;
		const api = await connect(({ method, path }) => {
			if (path.endsWith('/data-tables')) return { status: ++tables === 1 ? 200 : 409, data: {} };
			if (path.endsWith('/personal')) return { data: { id: 'p' } };
			return { data: method === 'GET' ? [] : { id: '5', name: 'W', versionId: 'v' } };
		});
		expect(await importWorkflows(api, { w: text }, record(), INBOX)).toEqual({ w: '5' });
		expect(sent()[2]).toMatchObject({
			path: '/rest/projects/p/data-tables',
			body: { name: 'events', columns },
		});
		expect(tables).toBe(2);
	});
});
