import type { Demo } from '../../demo/lib/startDemo.mts';
import { Editor } from './pages/editor.mts';
import { logIn } from './pages/login.mts';
import type { NodePanel } from './pages/nodePanel.mts';
import {
	openWindow,
	screenshot,
	SETUP_MILLISECONDS,
	startStack,
	type Stack,
	type Window,
} from './support/stack.mts';
import { Traffic } from './support/traffic.mts';

const MANUAL_WORKFLOW = {
	name: 'By hand',
	nodes: [
		{
			id: '6f8b0d0c-3f65-4a4e-8d9b-8a5d3c8f0001',
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	],
	connections: {},
	settings: {},
};

let stack: Stack;
let demo: Demo;
let window: Window;
let editor: Editor;
let traffic: Traffic;

beforeAll(async () => {
	stack = await startStack();
	demo = stack.demo;
	window = await openWindow();
	traffic = new Traffic(window.page, demo.n8nUrl);
	editor = new Editor(window.page, demo.n8nUrl);
	await logIn(window.page, demo.n8nUrl, demo.login);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await window?.browser.close();
	await stack?.close();
}, 60_000);

const createdTasks = () =>
	demo.simulator.journal
		.of('createTasks')
		.map(({ requestBody }) => (requestBody as { jobs: Array<Record<string, unknown>> }).jobs);

describe('a migration task, filled in by hand', () => {
	let panel: NodePanel;

	it('starts from the node creator with the usual values set', async () => {
		const { id } = await demo.api.call<{ id: string }>('POST', '/rest/workflows', MANUAL_WORKFLOW);
		await editor.open(id);
		panel = await editor.addNodeAfter('Start', 'OTC DRS', 'Create migration task');
		await screenshot(window.page, 'panel-empty');
		expect(await panel.labels()).toEqual(
			expect.arrayContaining(['Task Name', 'Engine', 'Target DB Instance', 'Replication Subnet']),
		);
	});

	it('offers the instances of the engine in a searchable list', async () => {
		const items = await panel.openList('targetInstance');
		await screenshot(window.page, 'instance-list');
		expect((await items.allInnerTexts()).join('\n')).toMatch(/mysql/i);
	});
});
