import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { otcEngine } from '../support/otc.mts';
import { noteNode, respondNode, setNode, startNode } from '../support/standInNodes.mts';

const FILE = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'workflows', 'create-migration-task.json'), 'utf8'),
) as { nodes: INode[]; connections: IConnections };

const CREDENTIALS = {
	otcApi: { id: 'otc', name: 'OTC' },
	otcDrsSourceDatabaseApi: { id: 'source', name: 'Source' },
	otcDrsTargetDatabaseApi: { id: 'target', name: 'Target' },
};

const { simulator } = useCloud();

/** Calls the webhook. @returns the answer */
async function call(body: Record<string, unknown>) {
	const engine = otcEngine(
		simulator.url,
		{},
		{
			'n8n-nodes-base.webhook': startNode(),
			'n8n-nodes-base.set': setNode(),
			'n8n-nodes-base.stickyNote': noteNode(),
			'n8n-nodes-base.respondToWebhook': respondNode(),
		},
	);
	const nodes = FILE.nodes.map((node) => ({
		...node,
		typeVersion: 1,
		...(node.credentials && { credentials: CREDENTIALS }),
	}));
	const { status, items } = await engine.run(
		{ nodes, connections: FILE.connections },
		{ startNode: 'Webhook', pinData: { Webhook: [{ json: { body } }] } },
	);
	expect(status).toBe('success');
	const answers = [...items('Respond to Webhook'), ...items('Refused')].map(({ json }) => json);
	expect(answers).toHaveLength(1);
	return answers[0];
}

describe('the webhook of Create Migration Task', () => {
	it('answers with the job response', async () => {
		const { status, body } = await call({ name: 'first-task' });
		expect(status).toBe(200);
		expect(body).toMatchObject({ job: { name: 'first-task', id: expect.any(String) } });
	});

	it('answers 409 with message and remedy when the name is taken', async () => {
		await call({ name: 'first-task' });
		const { status, body } = await call({ name: 'first-task' });
		expect(status).toBe(409);
		expect(body).toEqual({
			message: expect.stringContaining('first-task'),
			remedy: expect.stringMatching(/.{10}/),
		});
		expect(simulator.tasks.all()).toHaveLength(1);
	});

	it.each(['forbidden', 'outage'] as const)(
		'answers 502 with message and remedy when the cloud answers with %s',
		async (kind) => {
			simulator.faults.add({ operation: 'createTasks', kind });
			const { status, body } = await call({ name: 'first-task' });
			expect(status).toBe(502);
			expect(body).toEqual({
				message: expect.stringContaining('first-task'),
				remedy: expect.stringMatching(/.{10}/),
			});
		},
	);

	it('answers 400 with message and remedy when the request is wrong', async () => {
		const { status, body } = await call({ name: 'ab' });
		expect(status).toBe(400);
		expect(body).toEqual({
			message: expect.stringContaining('Task Name: "ab"'),
			remedy: expect.stringContaining('4 to 50'),
		});
	});
});
