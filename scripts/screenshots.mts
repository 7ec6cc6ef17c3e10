/**
 * Takes pictures of the real editor to look at, in the light theme: the panel of every operation with its defaults, the
 * lists in them, errors, and the canvases of the example workflows. Usage: npm run screenshots [-- errors|canvases|panels].
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Editor } from '../test/e2e/pages/editor.mts';
import { logIn } from '../test/e2e/pages/login.mts';
import { openWindow, ROOT, startStack } from '../test/e2e/support/stack.mts';
import { takeCanvases } from './screenshots/canvases.mts';
import { takeErrors } from './screenshots/errors.mts';
import { takePanels } from './screenshots/panels.mts';
import { camera, type Studio } from './screenshots/studio.mts';
import { makeTasks, type SampleTasks } from './screenshots/tasks.mts';

const FOLDER = join(ROOT, 'output', 'screenshots');

/** What can be taken. */
const SERIES: Record<string, (studio: Studio, tasks: SampleTasks) => Promise<void>> = {
	errors: takeErrors,
	canvases: takeCanvases,
	panels: takePanels,
};

/** So fast that every stage is over when it is first looked at. */
const SPEED = 100_000;

const [, , ...asked] = process.argv;
if (asked.length === 0) rmSync(FOLDER, { recursive: true, force: true });
const failures: string[] = [];
const stack = await startStack({ speed: SPEED });
const { browser, page } = await openWindow();
try {
	const { demo } = stack;
	await page.emulateMedia({ colorScheme: 'light' });
	await logIn(page, demo.n8nUrl, demo.login);
	const editor = new Editor(page, demo.n8nUrl);
	const studio: Studio = { demo, page, editor, ...camera(page, FOLDER, failures) };
	const tasks = await makeTasks(demo);
	for (const [name, take] of Object.entries(SERIES))
		if (asked.length === 0 || asked.includes(name)) await take(studio, tasks);
	console.log(`The pictures are in ${FOLDER}. Not taken: ${failures.join(', ') || 'none'}.`);
	process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
	await browser.close();
	await stack.close();
}
