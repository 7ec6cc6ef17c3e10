import { RESOURCES } from '../../nodes/OtcDrs/resources';
import type { Operation, Resource } from '../../nodes/OtcDrs/operations/operation';
import { node } from '../../test/support/canvas.mts';
import type { NodePanel } from '../../test/e2e/pages/nodePanel.mts';
import { takeLists } from './lists.mts';
import { drs, storeNodes, type Studio } from './studio.mts';

const TRIGGER = 'OTC DRS Trigger';

/** High enough for every panel. */
const HIGH = { width: 1500, height: 1500 };

const nameOf = (resource: Resource, operation: Operation): string =>
	`${resource.option.name} ${operation.option.name}`;

/** Takes the panel of every operation as it is when the node is new, and every list in them once. */
export async function takePanels(studio: Studio): Promise<void> {
	const { page, editor, attempt, take } = studio;
	await page.setViewportSize(HIGH);
	const operations = RESOURCES.flatMap((resource) =>
		resource.operations.map((operation) => ({ resource, operation })),
	);
	const id = await storeNodes(studio, 'Panels', [
		...operations.map(({ resource, operation }) =>
			drs(studio, nameOf(resource, operation), {
				resource: String(resource.option.value),
				operation: String(operation.option.value),
			}),
		),
		node(TRIGGER, 'n8n-nodes-otc-drs.otcDrsTrigger', { credentials: studio.demo.credentials }),
	]);
	await editor.open(id);
	const seen = new Set<string>();
	const takePanel = async (name: string, takeMore?: (panel: NodePanel) => Promise<void>) => {
		const isTaken = await attempt(name, async () => {
			const panel = await editor.openNode(name);
			await take(`panel ${name}`);
			await takeMore?.(panel);
			await panel.close();
		});
		if (!isTaken) await editor.open(id);
	};
	for (const { resource, operation } of operations) {
		await takePanel(nameOf(resource, operation), async (panel) => {
			await takeLists(studio, panel, resource, operation, seen);
		});
	}
	await takePanel(TRIGGER);
}
