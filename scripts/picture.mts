/**
 * Makes the moving picture of the README from the real editor: a new node, filled in by hand, that creates a migration task
 * in the simulator; and the picture of its panel for the quick start. Usage: npm run picture.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Editor } from '../test/e2e/pages/editor.mts';
import { logIn } from '../test/e2e/pages/login.mts';
import { manualWorkflow } from '../test/e2e/support/manualWorkflow.mts';
import { openWindow, ROOT, startStack } from '../test/e2e/support/stack.mts';
import { encodeGif, type Frame } from './picture/gif.mts';

const IMAGES = join(ROOT, 'docs', 'images');
const FILE = join(IMAGES, 'create-migration-task.gif');
const SIZE = { width: 1180, height: 740 };

const stack = await startStack();
const { browser, page } = await openWindow();
const frames: Frame[] = [];
const show = async (milliseconds: number): Promise<void> => {
	await page.waitForTimeout(400);
	frames.push({ png: await page.screenshot({ animations: 'disabled' }), milliseconds });
};

try {
	const { demo } = stack;
	await page.setViewportSize(SIZE);
	await logIn(page, demo.n8nUrl, demo.login);
	const { id } = await demo.api.call<{ id: string }>(
		'POST',
		'/rest/workflows',
		manualWorkflow('Migrate the shop'),
	);
	const editor = new Editor(page, demo.n8nUrl);
	await editor.open(id);
	await show(1500);
	await editor.searchNodeAfter('Start', 'otc drs');
	await show(1800);
	const panel = await editor.addFoundNode('OTC DRS', 'Create a migration task');
	await show(2000);
	await panel.fill('name', 'shop-mysql-to-rds');
	await panel.openList('targetInstance');
	await show(2000);
	await page.keyboard.press('Escape');
	await panel.pick('targetInstance', 'rds-crm');
	await show(2000);
	await panel.start();
	await panel.ended('shop-mysql-to-rds');
	await show(3000);
	writeFileSync(join(IMAGES, 'panel.png'), frames[frames.length - 1].png);
	await panel.close();
	await show(2500);
	writeFileSync(FILE, encodeGif(frames));
	console.log(`${FILE} has ${frames.length} pictures`);
} finally {
	await browser.close();
	await stack.close();
}
