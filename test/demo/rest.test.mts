import { stringify } from 'flatted';
import { createMissing, putCredential } from '../../demo/lib/credentials.mts';
import { callWebhook, readExecution, readRunData } from '../../demo/lib/executions.mts';
import { N8nApi } from '../../demo/lib/n8nApi.mts';
import { LOGIN } from '../../demo/lib/owner.mts';
import { useFakeN8n } from './useFakeN8n.mts';

const { start, connect, received, sent } = useFakeN8n();

describe('The session at n8n', () => {
	it('logs in as the owner and sends the cookie with each call', async () => {
		const api = await connect(() => ({ data: ['a'] }));
		expect(await api.call('GET', '/rest/credentials')).toEqual(['a']);
		expect(received()[0].body).toEqual({
			emailOrLdapLoginId: LOGIN.email,
			password: LOGIN.password,
		});
		expect(sent()[0].cookie).toBe('n8n-auth=session');
	});

	it('waits for an n8n that does not know its owner yet', async () => {
		let tries = 0;
		const { url } = await start(() => {
			tries += 1;
			return tries < 2 ? { status: 404, data: '' } : { data: {} };
		});
		await N8nApi.logIn(url, LOGIN);
		expect(tries).toBe(2);
	});

	it('waits for an n8n that drops the connection', async () => {
		let tries = 0;
		const { url } = await start(() => {
			tries += 1;
			return { status: tries < 2 ? 0 : 200, data: {} };
		});
		await N8nApi.logIn(url, LOGIN);
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
		const { url } = await start(() => {
			asked += 1;
			return asked < 3 ? undefined : { data: 'created' };
		});
		const { status, text } = await callWebhook(`${url}/webhook/x`, { name: 'shop' });
		expect({ status, text }).toEqual({ status: 200, text: '{"data":"created"}' });
		expect(received().at(-1)?.body).toEqual({ name: 'shop' });
	});

	it('is not called again once the workflow has run', async () => {
		const { url } = await start(() => ({ status: 500, data: 'Error in workflow' }));
		expect((await callWebhook(`${url}/webhook/x`, {})).status).toBe(500);
		expect(received()).toHaveLength(1);
	});

	it('is given up when n8n never knows it', async () => {
		const { url } = await start(() => undefined);
		expect((await callWebhook(`${url}/webhook/x`, {}, 0)).status).toBe(404);
	});
});
