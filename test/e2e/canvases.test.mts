import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATION_SCHEMAS } from '../../contract/outputs/index.mts';
import type { WorkflowFile } from '../../demo/lib/workflows.mts';
import { chain, node } from '../support/canvas.mts';
import { manualWorkflow } from './support/manualWorkflow.mts';
import { ROOT, screenshot } from './support/stack.mts';
import { useEditor } from './support/useEditor.mts';

const FILES = readdirSync(join(ROOT, 'workflows')).filter((name) => name.endsWith('.json'));

const open = useEditor();

describe('the example workflows in the editor', () => {
	it.each(FILES)(
		'%s shows all its nodes, and none that n8n does not know',
		async (name) => {
			const file = name.replace('.json', '');
			const { nodes } = JSON.parse(
				readFileSync(join(ROOT, 'workflows', name), 'utf8'),
			) as WorkflowFile;
			await open.editor.open(open.demo.workflows[file]);
			for (const node of nodes.filter(({ type }) => !type.endsWith('stickyNote')))
				await open.editor.node(node.name).waitFor();
			expect(await open.window.page.getByText('Install this node').count()).toBe(0);
			expect(await open.window.page.locator('[data-test-id="node-unknown"]').count()).toBe(0);
			await open.editor.fitView();
			await screenshot(open.window.page, `canvas-${file}`);
		},
		120_000,
	);

	it.each([
		['migrate-and-notify', 'Run Migrations'],
		['migrate-and-notify', 'Wait for Replication'],
		['ticket-on-failure', 'On Task Problem'],
		['fleet-status-report', 'Report'],
	])(
		'%s: the panel of "%s" opens',
		async (file, node) => {
			await open.editor.open(open.demo.workflows[file]);
			const panel = await open.editor.openNode(node);
			expect(await panel.root.getByTestId('node-parameters').isVisible()).toBe(true);
			await screenshot(open.window.page, `panel-${file}-${node.replace(/ /g, '-').toLowerCase()}`);
		},
		120_000,
	);
});

describe('a node behind one that has not run yet', () => {
	it('is offered the fields that it will get', async () => {
		const { id } = await open.demo.api.call<{ id: string }>('POST', '/rest/workflows', {
			...manualWorkflow('Fields before the first run'),
			...chain(
				node('Start', 'n8n-nodes-base.manualTrigger'),
				node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', {
					parameters: { resource: 'task', operation: 'getMany' },
					position: [240, 0],
				}),
				node('Edit Fields', 'n8n-nodes-base.set', { typeVersion: 3.4, position: [480, 0] }),
			),
		});
		await open.editor.open(id);
		await open.editor.openNode('Edit Fields');
		const fields = open.window.page.getByTestId('run-data-schema-item');
		await fields.filter({ hasText: 'job_direction' }).waitFor();
		await screenshot(open.window.page, 'fields-before-the-first-run');
		const { properties } = OPERATION_SCHEMAS.get('task/getMany')!;
		const shown = (await fields.allInnerTexts()).map((text) => text.trim());
		expect(shown).toEqual(expect.arrayContaining(Object.keys(properties!)));
	});
});
