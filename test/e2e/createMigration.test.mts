import { callWebhook } from '../../demo/lib/executions.mts';
import { rdsInstances } from '../../simulator/data/instances.mts';
import { subnets } from '../../simulator/data/network.mts';
import type { NodePanel } from './pages/nodePanel.mts';
import { manualWorkflow } from './support/manualWorkflow.mts';
import { screenshot } from './support/stack.mts';
import { useEditor } from './support/useEditor.mts';

/** What is picked from the lists, by name, and the IDs that the simulator gives them. */
const INSTANCE = 'rds-crm';
const SUBNET = 'subnet-mysql';
const idOf = (name: string, list: ReadonlyArray<{ id: string; name: string }>) =>
	list.find((entry) => entry.name === name)?.id;

const EXPECTED_TASK = {
	name: 'filled-in-by-hand',
	description: 'Typed in a browser',
	engine_type: 'mysql',
	db_use_type: 'migration',
	job_direction: 'up',
	net_type: 'eip',
	bind_eip: true,
	task_type: 'FULL_INCR_TRANS',
	node_type: 'high',
	customize_sutnet_id: idOf(SUBNET, subnets),
	source_endpoint: { db_type: 'mysql', ip: '192.0.2.77', db_port: 3307 },
	target_endpoint: { db_type: 'mysql', region: 'eu-de', inst_id: idOf(INSTANCE, rdsInstances) },
};

const open = useEditor();

/** The tasks that the simulator was asked to create since the journal was cleared, call by call. */
const createCalls = () =>
	open.demo.simulator.journal
		.of('createTasks')
		.map(({ requestBody }) => (requestBody as { jobs: Array<Record<string, unknown>> }).jobs);

describe('a new node, filled in by hand', () => {
	let panel: NodePanel;

	it('comes from the node creator with the usual values set', async () => {
		const { id } = await open.demo.api.call<{ id: string }>(
			'POST',
			'/rest/workflows',
			manualWorkflow('By hand'),
		);
		await open.editor.open(id);
		panel = await open.editor.addNodeAfter('Start', 'OTC DRS', 'Create a migration task');
		await screenshot(open.window.page, 'panel-empty');
		expect(await panel.labels()).toEqual(
			expect.arrayContaining(['Task Name', 'Engine', 'Target DB Instance', 'Replication Subnet']),
		);
	});

	it('offers instances and subnets in searchable lists', async () => {
		await panel.openList('targetInstance');
		await screenshot(open.window.page, 'instance-list');
		await open.window.page.keyboard.press('Escape');
		expect(await panel.pick('targetInstance', INSTANCE)).toMatch(/^rds-crm \(MySQL 5\.7/);
		expect(await panel.pick('subnet', SUBNET)).toMatch(/vpc-databases.*192\.168\.0\.0\/24/);
	});

	it('creates exactly one task, with the values that were entered', async () => {
		open.demo.simulator.journal.clear();
		await panel.fill('name', 'filled-in-by-hand');
		await panel.addOption('sourceDatabase', 'Host');
		await panel.fill('sourceDatabase.ip', '192.0.2.77');
		await panel.addOption('sourceDatabase', 'Port');
		await panel.fill('sourceDatabase.dbPort', '3307');
		await panel.addOption('additionalFields', 'Description');
		await panel.fill('additionalFields.description', 'Typed in a browser');
		await screenshot(open.window.page, 'panel-filled');
		await panel.start();
		await panel.ended('filled-in-by-hand');
		await screenshot(open.window.page, 'output');

		expect(createCalls()).toEqual([[EXPECTED_TASK]]);
		expect(await panel.outputText()).toContain('CREATING');
	});

	it('says which field is wrong, and what to do', async () => {
		open.demo.simulator.journal.clear();
		await panel.fill('name', 'ab');
		await panel.start();
		await panel.ended(/Use 4 to 50/);
		await screenshot(open.window.page, 'output-name-too-short');

		expect(await panel.outputText()).toMatch(/Task Name: "ab"/);
		expect(createCalls()).toEqual([]);
	});
});

describe('the imported workflow', () => {
	let panel: NodePanel;

	it('is drawn with its nodes', async () => {
		await open.editor.open(open.demo.workflows['create-migration-task']);
		await open.editor.closeChecklist();
		await screenshot(open.window.page, 'canvas');
		await expect(open.editor.node('Create Migration Task').isVisible()).resolves.toBe(true);
	});

	it('passes the job response on when its webhook is tried out', async () => {
		open.demo.simulator.journal.clear();
		panel = await open.editor.openNode('Create Migration Task');
		await panel.switchToList('targetInstance');
		await panel.pick('targetInstance', INSTANCE);
		await panel.start();
		await callWebhook(`${open.demo.n8nUrl}/webhook-test/otc-drs/create-migration-task`, {
			name: 'tried-out',
			sourceHost: '192.0.2.78',
		});
		await panel.ended('tried-out');
		await screenshot(open.window.page, 'output-of-imported-workflow');

		expect(createCalls()).toEqual([[expect.objectContaining({ name: 'tried-out' })]]);
		expect(createCalls()[0][0].source_endpoint).toMatchObject({ ip: '192.0.2.78' });
	});
});

describe('the browser', () => {
	it('saw no errors and asked no other host', () => {
		expect(open.traffic.errors).toEqual([]);
		expect(open.traffic.externalRequests).toEqual([]);
	});
});
