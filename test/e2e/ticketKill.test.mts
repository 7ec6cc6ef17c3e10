import { callWebhook, latestExecutions, readExecution } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow } from '../../demo/lib/workflows.mts';
import { DATABASE, importWithSettings, waitUntil } from './support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { runByHand } from './support/runByHand.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

const SPEED = 300;
const PATIENCE = 240_000;
const EVENTS = 3;

let stack: Stack;
let demo: Demo;
let sink: HttpSink;
let ticketId: string;

beforeAll(async () => {
	sink = await startHttpSink();
	stack = await startStack({ speed: SPEED }, { N8N_RUNNERS_GRANT_TOKEN_TTL: '300' });
	demo = stack.demo;
	const notify = await importWithSettings(demo.api, 'migrate-and-notify', {
		slackWebhookUrl: `${sink.url}/slack`,
	});
	await publishWorkflow(demo.api, notify);
	const ticket = await importWithSettings(demo.api, 'ticket-on-failure', {
		ticketUrl: `${sink.url}/tickets`,
	});
	ticketId = ticket.id;
	await runByHand(demo.api, ticketId, 'Set Up Once');
	await publishWorkflow(demo.api, ticket);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

const tickets = () => sink.bodies.filter(({ title }) => title !== undefined);

/** @returns how many events the executions of the workflow have stored */
async function stored(): Promise<number> {
	let count = 0;
	for (const id of await latestExecutions(demo.api, ticketId)) {
		const { outputs } = await readExecution(demo.api, id);
		count += outputs['Store Events']?.length ?? 0;
	}
	return count;
}

const openTickets = async () => await runByHand(demo.api, ticketId, 'Every Minute', PATIENCE);

describe('Ticket on Failure, when n8n is killed after events were stored', () => {
	it(
		'opens a ticket for each event after the restart, and only one',
		async () => {
			const names = Array.from({ length: EVENTS }, (_, index) => `fail-incremental-${index}`);
			await callWebhook(
				`${demo.n8nUrl}/webhook/otc-drs/migrate`,
				names.map((name) => ({ ...DATABASE, name })),
			);
			await waitUntil('the events', async () => (await stored()) === EVENTS, PATIENCE, 1_000);
			expect(tickets()).toEqual([]);
			await demo.killN8n();
			await demo.restartN8n();
			expect((await openTickets()).status).toBe('success');
			expect(
				tickets()
					.map(({ title }) => title)
					.sort(),
			).toEqual(names.map((name) => `DRS: ${name} failed`));
			const again = await openTickets();
			expect(again.status).toBe('success');
			expect(tickets()).toHaveLength(EVENTS);
		},
		2 * PATIENCE,
	);

	it(
		'keeps events while the ticket system is down',
		async () => {
			sink.bodies.length = 0;
			const before = await stored();
			await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate`, {
				...DATABASE,
				name: 'fail-incremental-later',
			});
			await waitUntil('the event', async () => (await stored()) === before + 1, PATIENCE, 1_000);
			sink.status = 503;
			await openTickets();
			expect(tickets()).toHaveLength(1);
			sink.status = 200;
			await openTickets();
			await openTickets();
			expect(tickets().map(({ title }) => title)).toEqual([
				'DRS: fail-incremental-later failed',
				'DRS: fail-incremental-later failed',
			]);
		},
		2 * PATIENCE,
	);
});
