import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { N8nChoice } from '../../../demo/lib/prepareN8n.mts';
import { startDemo, type Demo } from '../../../demo/lib/startDemo.mts';
import type { SimulatorOptions } from '../../../simulator/index.mts';
import { launchChromium } from './chromium.mts';

/** Longest time for the set-up: the first run installs n8n. */
export const SETUP_MILLISECONDS = 30 * 60_000;

/** Longest wait for an element; n8n's editor needs ten seconds to load on two CPU cores. */
const ELEMENT_MILLISECONDS = 60_000;

/** Folder of the repository: jest is started there. */
export const ROOT = process.cwd();

const OUTPUT = join(ROOT, 'test', 'e2e', 'output');

/** A new n8n with the package, its simulator, and n8n's user folder. */
export interface Stack {
	demo: Demo;
	home: string;
	/** The further environment variables of n8n. */
	environment: Record<string, string>;
	/** Ends everything and removes the user folder. */
	close(): Promise<void>;
}

/**
 * Starts n8n in an empty user folder, and the simulator, both on free ports.
 *
 * @param simulator further options of the simulator
 * @param environment further environment variables of n8n
 * @param n8n another n8n than the demo's
 */
export async function startStack(
	simulator: SimulatorOptions = {},
	environment: Record<string, string> = {},
	n8n?: N8nChoice,
): Promise<Stack> {
	const home = mkdtempSync(join(tmpdir(), 'otc-drs-e2e-'));
	const removeHome = () => rmSync(home, { recursive: true, force: true });
	try {
		const demo = await startDemo({
			root: ROOT,
			home,
			port: 0,
			inboxPort: 0,
			simulator: { ...simulator, port: 0 },
			environment,
			...(n8n && { n8n }),
			log: (line) => process.stderr.write(`${line}\n`),
		});
		const close = async () => {
			await demo.close();
			removeHome();
		};
		return { demo, home, environment, close };
	} catch (error) {
		removeHome();
		throw error;
	}
}

/** A browser and its one page, big enough for all three columns of a node's panel. */
export interface Window {
	browser: Browser;
	page: Page;
}

/** Opens a browser that knows nothing of n8n yet. The caller closes it. */
export async function openWindow(): Promise<Window> {
	const browser = await launchChromium();
	const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
	page.setDefaultTimeout(ELEMENT_MILLISECONDS);
	return { browser, page };
}

/** Keeps a picture of the page in test/e2e/output. */
export async function screenshot(page: Page, name: string): Promise<void> {
	mkdirSync(OUTPUT, { recursive: true });
	await page.screenshot({ path: join(OUTPUT, `${name}.png`), animations: 'disabled' });
}
