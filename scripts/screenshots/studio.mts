import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { INode } from 'n8n-workflow';
import type { Demo } from '../../demo/lib/startDemo.mts';
import type { Editor } from '../../test/e2e/pages/editor.mts';
import { manualWorkflow } from '../../test/e2e/support/manualWorkflow.mts';
import { node, to } from '../../test/support/canvas.mts';

/** Where the pictures are taken. */
export interface Studio {
	demo: Demo;
	page: Page;
	editor: Editor;
	/** Keeps a picture of the page. */
	take(name: string): Promise<void>;
	/**
	 * Does what one picture needs.
	 *
	 * @returns whether that succeeded; else the failure is noted, for the end
	 */
	attempt(name: string, work: () => Promise<void>): Promise<boolean>;
}

/** The window for canvases and errors, as in the docs. */
export const USUAL = { width: 1500, height: 950 };

/**
 * @param page what is shown
 * @param folder where the pictures go
 * @param failures takes the names of the pictures that failed
 */
export function camera(
	page: Page,
	folder: string,
	failures: string[],
): Pick<Studio, 'take' | 'attempt'> {
	mkdirSync(folder, { recursive: true });
	const take = async (name: string): Promise<void> => {
		const path = join(folder, `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`);
		await page.screenshot({ path, animations: 'disabled' });
	};
	return {
		take,
		async attempt(name, work) {
			try {
				await work();
				return true;
			} catch (error) {
				failures.push(name);
				console.error(`Not taken: ${name}: ${String(error)}`);
				await take(`failed ${name}`);
				return false;
			}
		},
	};
}

/** @returns a node of the package, with the credentials of the demo */
export const drs = (
	{ demo }: Pick<Studio, 'demo'>,
	name: string,
	parameters: INode['parameters'],
	more: Partial<INode> = {},
): INode =>
	node(name, 'n8n-nodes-otc-drs.otcDrs', { parameters, credentials: demo.credentials, ...more });

const COLUMNS = 8;

/**
 * Stores a workflow with nodes in rows, each behind the start.
 *
 * @returns its ID
 */
export async function storeNodes(
	{ demo }: Pick<Studio, 'demo'>,
	name: string,
	nodes: readonly INode[],
): Promise<string> {
	const start = manualWorkflow(name);
	const placed = nodes.map((one, index): INode => {
		const column = index % COLUMNS;
		return { ...one, position: [260 * (column + 1), 200 * ((index - column) / COLUMNS)] };
	});
	const { id } = await demo.api.call<{ id: string }>('POST', '/rest/workflows', {
		...start,
		nodes: [...start.nodes, ...placed],
		connections: { Start: { main: [nodes.flatMap((one) => to(one.name))] } },
	});
	return id;
}
