import { waitUntil } from './support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { movableClock } from './support/movableClock.mts';
import { executionsIn } from './support/parkingTrial.mts';
import { screenshot, SETUP_MILLISECONDS } from './support/stack.mts';
import { useEditor } from './support/useEditor.mts';
import { waitingNodes } from './support/waitingNodes.mts';

const PATIENCE = 180_000;
const HOUR = 3_600_000;

const clock = movableClock();
const open = useEditor({ clock });
let sink: HttpSink;

beforeAll(async () => {
	sink = await startHttpSink();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await sink?.close();
});

describe('trigger, Create, Wait and a message, drawn on an empty canvas without a loop', () => {
	it('are connected', async () => {
		const nodes = waitingNodes(open.demo.credentials, sink.url);
		await open.editor.openNew();
		await open.editor.paste(nodes);
		const names = nodes.map(({ name }) => name);
		for (const [index, name] of names.slice(1).entries())
			await open.editor.connect(names[index], name);
		await screenshot(open.window.page, 'wait-drawn');
	});

	it('are parked while the task is created, and tell nothing', async () => {
		await open.editor.execute();
		await waitUntil(
			'the execution is parked',
			async () => (await executionsIn(open.demo.api, 'waiting')).length > 0,
			PATIENCE,
		);
		await screenshot(open.window.page, 'wait-parked');
		expect(open.demo.simulator.tasks.all().map(({ status }) => status)).toEqual(['CREATING']);
		expect(sink.bodies).toEqual([]);
	});

	it(
		'go on by themselves when it is there, and tell it once',
		async () => {
			clock.ahead += HOUR;
			const [{ id, name }] = open.demo.simulator.tasks.all();
			await waitUntil('the message', () => sink.bodies.length > 0, PATIENCE);
			await waitUntil(
				'the end',
				async () => (await executionsIn(open.demo.api, 'waiting', 'running', 'new')).length === 0,
				PATIENCE,
			);
			expect(sink.bodies).toEqual([{ id, name, outcome: 'reached', status: 'CONFIGURATION' }]);
			await screenshot(open.window.page, 'wait-ended');
		},
		2 * PATIENCE,
	);
});

describe('the browser', () => {
	it('saw no errors and asked no other host', () => {
		expect(open.traffic.errors).toEqual([]);
		expect(open.traffic.externalRequests).toEqual([]);
	});
});
