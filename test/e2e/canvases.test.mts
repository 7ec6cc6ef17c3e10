import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from '../../demo/lib/startDemo.mts';
import type { WorkflowFile } from '../../demo/lib/workflows.mts';
import { Editor } from './pages/editor.mts';
import { logIn } from './pages/login.mts';
import {
	openWindow,
	ROOT,
	screenshot,
	SETUP_MILLISECONDS,
	startStack,
	type Stack,
	type Window,
} from './support/stack.mts';

const FILES = readdirSync(join(ROOT, 'workflows')).filter((name) => name.endsWith('.json'));

let stack: Stack;
let demo: Demo;
let window: Window;
let editor: Editor;

beforeAll(async () => {
	stack = await startStack();
	demo = stack.demo;
	window = await openWindow();
	editor = new Editor(window.page, demo.n8nUrl);
	await logIn(window.page, demo.n8nUrl, demo.login);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await window?.browser.close();
	await stack?.close();
}, 60_000);

describe('the example workflows in the editor', () => {
	it.each(FILES)(
		'%s shows all its nodes, and none that n8n does not know',
		async (name) => {
			const file = name.replace('.json', '');
			const { nodes } = JSON.parse(
				readFileSync(join(ROOT, 'workflows', name), 'utf8'),
			) as WorkflowFile;
			await editor.open(demo.workflows[file]);
			for (const node of nodes.filter(({ type }) => !type.endsWith('stickyNote')))
				await editor.node(node.name).waitFor();
			expect(await window.page.getByText('Install this node').count()).toBe(0);
			expect(await window.page.locator('[data-test-id="node-unknown"]').count()).toBe(0);
			await window.page.keyboard.press('1');
			await window.page.waitForTimeout(800);
			await screenshot(window.page, `canvas-${file}`);
		},
		120_000,
	);

	it.each([
		['migrate-and-notify', 'Run Migrations'],
		['migrate-and-notify', 'Wait for Replication'],
		['ticket-on-failure', 'Task in Trouble'],
		['fleet-status-report', 'Report'],
	])(
		'%s: the panel of "%s" opens',
		async (file, node) => {
			await editor.open(demo.workflows[file]);
			const panel = await editor.openNode(node);
			expect(await panel.root.getByTestId('node-parameters').isVisible()).toBe(true);
			await screenshot(window.page, `panel-${file}-${node.replace(/ /g, '-').toLowerCase()}`);
		},
		120_000,
	);
});
