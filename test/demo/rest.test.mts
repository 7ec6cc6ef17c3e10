import { stringify } from 'flatted';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMissing, putCredential } from '../../demo/lib/credentials.mts';
import { callWebhook, readExecution, readRunData } from '../../demo/lib/executions.mts';
import { pointAtInbox } from '../../demo/lib/inbox/pointAt.mts';
import { N8nApi } from '../../demo/lib/n8nApi.mts';
import { LOGIN } from '../../demo/lib/owner.mts';
import { importWorkflows } from '../../demo/lib/workflows.mts';
import { type Answer, type Call, type FakeN8n, startFakeN8n } from './fakeN8n.mts';

let n8n: FakeN8n | undefined;

async function connect(answer: (call: Call) => Answer | undefined): Promise<N8nApi> {
	n8n = await startFakeN8n((call) => (call.path === '/rest/login' ? { data: {} } : answer(call)));
	return await N8nApi.logIn(n8n.url, LOGIN);
}

const sent = (): Call[] => (n8n?.calls ?? []).filter(({ path }) => path !== '/rest/login');

afterEach(async () => {
	await n8n?.close();
	n8n = undefined;
});

describe('The session at n8n', () => {
	it('logs in as the owner and sends the cookie with each call', async () => {
		const api = await connect(() => ({ data: ['a'] }));
		expect(await api.call('GET', '/rest/credentials')).toEqual(['a']);
		expect(n8n?.calls[0].body).toEqual({
			emailOrLdapLoginId: LOGIN.email,
			password: LOGIN.password,
		});
		expect(sent()[0].cookie).toBe('n8n-auth=session');
	});

	it('waits for an n8n that does not know its owner yet', async () => {
		let tries = 0;
		n8n = await startFakeN8n(() => {
			tries += 1;
			return tries < 2 ? { status: 404, data: '' } : { data: {} };
		});
		await N8nApi.logIn(n8n.url, LOGIN);
		expect(tries).toBe(2);
	});

	it('waits for an n8n that drops the connection', async () => {
		let tries = 0;
		n8n = await startFakeN8n(() => {
			tries += 1;
			return { status: tries < 2 ? 0 : 200, data: {} };
		});
		await N8nApi.logIn(n8n.url, LOGIN);
		expect(tries).toBe(2);
	});

	it('says which call n8n refused, and how', async () => {
		const api = await connect(() => ({ status: 400, data: 'no such type' }));
		await expect(api.call('POST', '/rest/credentials', {})).rejects.toMatchObject({
			status: 400,
			message: expect.stringMatching(/POST \/rest\/credentials with 400: .*no such type/),
		});
	});
});

describe('A credential', () => {
	const body = { name: 'Open Telekom Cloud', type: 'otcApi', data: { region: 'eu-de' } };

	it('is created when there is none of its type and name', async () => {
		const other = { id: '1', name: body.name, type: 'otherApi' };
		const api = await connect(({ method }) => ({ data: method === 'GET' ? [other] : { id: '2' } }));
		await putCredential(api, body);
		expect(sent().at(-1)).toMatchObject({ method: 'POST', path: '/rest/credentials', body });
	});

	it('is left alone where people may have changed it', async () => {
		const stored: unknown[] = [];
		const api = await connect(({ method, body: made }) => {
			if (method === 'POST') stored.push({ ...made, id: '7' });
			return { data: method === 'GET' ? stored : {} };
		});
		await createMissing(api, body);
		await createMissing(api, body);
		expect(sent().map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
	});

	it('gets new values when there is one', async () => {
		const same = { id: '7', name: body.name, type: body.type };
		const api = await connect(({ method }) => ({ data: method === 'GET' ? [same] : same }));
		await putCredential(api, body);
		expect(sent().at(-1)).toMatchObject({ method: 'PATCH', path: '/rest/credentials/7', body });
	});
});

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

describe('An execution', () => {
	const runData = {
		Webhook: [{ data: { main: [[{ json: { body: {} } }]] } }],
		Job: [
			{ data: { main: [[{ json: { try: 1 } }]] } },
			{ data: { main: [[{ json: { try: 2 } }]] } },
		],
		Failed: [{ error: { message: 'no' } }],
	};

	it('gives the items of each node’s last run', () => {
		expect(readRunData(stringify({ resultData: { runData } })).outputs).toEqual({
			Webhook: [{ body: {} }],
			Job: [{ try: 2 }],
			Failed: [],
		});
	});

	it('gives message and remedy of a failure', () => {
		const error = { message: 'Task Name: is too short', description: 'Use 4 to 50 characters.' };
		expect(readRunData(stringify({ resultData: { runData, error } })).message).toBe(
			'Task Name: is too short. Use 4 to 50 characters.',
		);
	});

	it('is read when it has ended', async () => {
		let asked = 0;
		const api = await connect(() => {
			asked += 1;
			const status = asked < 3 ? 'running' : 'success';
			return { data: { status, data: stringify({ resultData: { runData } }) } };
		});
		expect(await readExecution(api, '9')).toMatchObject({ id: '9', status: 'success' });
		expect(asked).toBe(3);
	});
});

describe('A webhook', () => {
	it('is called again while n8n does not know it yet', async () => {
		let asked = 0;
		n8n = await startFakeN8n(() => {
			asked += 1;
			return asked < 3 ? undefined : { data: 'created' };
		});
		const { status, text } = await callWebhook(`${n8n.url}/webhook/x`, { name: 'shop' });
		expect({ status, text }).toEqual({ status: 200, text: '{"data":"created"}' });
		expect(n8n.calls.at(-1)?.body).toEqual({ name: 'shop' });
	});

	it('is not called again once the workflow has run', async () => {
		n8n = await startFakeN8n(() => ({ status: 500, data: 'Error in workflow' }));
		expect((await callWebhook(`${n8n.url}/webhook/x`, {})).status).toBe(500);
		expect(n8n.calls).toHaveLength(1);
	});

	it('is given up when n8n never knows it', async () => {
		n8n = await startFakeN8n(() => undefined);
		expect((await callWebhook(`${n8n.url}/webhook/x`, {}, 0)).status).toBe(404);
	});
});
