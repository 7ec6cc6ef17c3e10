import type { NodePanel } from './pages/nodePanel.mts';
import { countEffort, type Effort } from './support/effort.mts';
import { screenshot, SETUP_MILLISECONDS } from './support/stack.mts';
import { useEditor } from './support/useEditor.mts';

const NODE = 'OTC DRS';
const PATIENCE = 150_000;

const open = useEditor();
let takeEffort: () => Effort;

beforeAll(async () => {
	takeEffort = await countEffort(open.window.page);
}, SETUP_MILLISECONDS);

/** Adds the node to an empty canvas and fills in what is required. */
async function begin(action: string, taskName: string): Promise<NodePanel> {
	await open.editor.openNew();
	takeEffort();
	const panel = await open.editor.addFirstNode(NODE, action);
	await panel.fill('name', taskName);
	await panel.pickShown('targetInstance', 'rds-crm');
	await panel.pickShown('subnet', 'subnet-mysql');
	return panel;
}

/** @returns what a person did since the canvas was empty */
async function finish(panel: NodePanel, text: string, picture: string): Promise<Effort> {
	await panel.start();
	await panel.ended(text);
	await screenshot(open.window.page, picture);
	return takeEffort();
}

const statuses = (taskName: string) =>
	open.demo.simulator.tasks
		.all()
		.filter(({ name }) => name === taskName)
		.map(({ status }) => status);

describe('from an empty canvas', () => {
	it(
		'a task is created with at most 10 clicks and 2 texts',
		async () => {
			const panel = await begin('Create a migration task', 'few-clicks');
			const { clicks, texts } = await finish(panel, 'CREATING', 'clicks-create');

			expect(statuses('few-clicks')).toHaveLength(1);
			expect(texts).toHaveLength(2);
			expect(clicks).toEqual(expect.arrayContaining([expect.stringContaining('rds-crm')]));
			expect(clicks.length).toBeLessThanOrEqual(10);
		},
		PATIENCE,
	);
});

describe('the browser', () => {
	it('saw no errors and asked no other host', () => {
		expect(open.traffic.errors).toEqual([]);
		expect(open.traffic.externalRequests).toEqual([]);
	});
});
