import type { Demo } from '../../../demo/lib/startDemo.mts';
import { Editor } from '../pages/editor.mts';
import { logIn } from '../pages/login.mts';
import type { SimulatorOptions } from '../../../simulator/index.mts';
import { openWindow, SETUP_MILLISECONDS, startStack, type Stack, type Window } from './stack.mts';
import { Traffic } from './traffic.mts';

/** n8n with its simulator, and its editor in a browser with a user logged in; there from the first test on. */
export interface OpenEditor {
	demo: Demo;
	window: Window;
	editor: Editor;
	/** What the page sends and gets. */
	traffic: Traffic;
}

/**
 * Starts n8n and opens its editor before the tests of the file, and closes both after them.
 *
 * @param simulator further options of the simulator
 */
export function useEditor(simulator: SimulatorOptions = {}): OpenEditor {
	const open = {} as OpenEditor;
	let stack: Stack | undefined;

	beforeAll(async () => {
		stack = await startStack(simulator);
		open.demo = stack.demo;
		open.window = await openWindow();
		const { page } = open.window;
		open.traffic = new Traffic(page, open.demo.n8nUrl);
		open.editor = new Editor(page, open.demo.n8nUrl);
		await logIn(page, open.demo.n8nUrl, open.demo.login);
	}, SETUP_MILLISECONDS);

	afterAll(async () => {
		await open.window?.browser.close();
		await stack?.close();
	}, 60_000);

	return open;
}
