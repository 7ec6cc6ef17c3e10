import type { Locator, Page } from 'playwright-core';
import { NodePanel } from './nodePanel.mts';

/** n8n's workflow editor. */
export class Editor {
	constructor(
		private readonly page: Page,
		private readonly origin: string,
	) {}

	/** Opens a workflow and waits until its nodes are drawn and the view has come to rest. */
	async open(workflowId: string): Promise<void> {
		await this.page.goto(`${this.origin}/workflow/${workflowId}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.page.getByTestId('canvas-wrapper').waitFor();
	}

	/** Opens a new workflow, with nothing on its canvas. */
	async openNew(): Promise<void> {
		await this.page.goto(`${this.origin}/workflow/new`);
		await this.firstStep().waitFor();
	}

	/**
	 * Adds the first node to an empty canvas; n8n puts one before it to start by hand. There n8n unfolds a node's triggers, and
	 * not its actions.
	 * @returns the new node's panel, which n8n opens by itself
	 */
	async addFirstNode(node: string, action: string): Promise<NodePanel> {
		await this.firstStep().click();
		await this.search(node);
		await this.found(node).click();
		await this.page
			.getByTestId('node-creator-category-item')
			.filter({ hasText: 'Actions' })
			.click();
		await this.found(action).click();
		return this.panel();
	}

	/** Pastes nodes onto the canvas with the keys for it, fits the view to them, and ends their selection. */
	async paste(nodes: readonly object[]): Promise<void> {
		await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await this.page.evaluate(
			async (text) => await navigator.clipboard.writeText(text),
			JSON.stringify({ nodes, connections: {} }),
		);
		await this.page.keyboard.press('Control+V');
		await this.page
			.getByTestId('canvas-node')
			.nth(nodes.length - 1)
			.waitFor();
		await this.page.getByTestId('zoom-to-fit').click();
		await this.page.locator('.vue-flow__pane').click({ position: { x: 300, y: 120 } });
	}

	/** Draws a line from the output of a node to the input of another one. */
	async connect(from: string, to: string): Promise<void> {
		const handle = (side: 'input' | 'output', name: string) =>
			this.page.locator(`[data-test-id="canvas-node-${side}-handle"][data-node-name="${name}"]`);
		await handle('output', from).first().dragTo(handle('input', to).first());
		await this.page
			.locator(
				`[data-test-id="edge"][data-source-node-name="${from}"][data-target-node-name="${to}"]`,
			)
			.waitFor({ state: 'attached' });
	}

	/** Fits the view to all nodes, and waits until it has come to rest. */
	async fitView(): Promise<void> {
		await this.page.keyboard.press('1');
		await this.page.waitForTimeout(800);
	}

	/** Starts the workflow with the button below the canvas. */
	async execute(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
	}

	/** Closes the checklist that n8n lays over a published workflow. */
	async closeChecklist(): Promise<void> {
		const close = this.page.getByTestId('suggested-actions-close');
		await close.click();
		await close.waitFor({ state: 'hidden' });
	}

	/** A node on the canvas by its name. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens a node's panel. */
	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		return this.panel();
	}

	/**
	 * Adds a node as a newcomer does: the plus behind a node, search, choose an action.
	 * @param after name of the node that the new one is connected to
	 * @returns the new node's panel, which n8n opens by itself
	 */
	async addNodeAfter(after: string, node: string, action: string): Promise<NodePanel> {
		await this.searchNodeAfter(after, node);
		return this.addFoundNode(node, action);
	}

	/** Opens the node creator by the plus behind a node, and searches in it. */
	async searchNodeAfter(after: string, search: string): Promise<void> {
		await this.node(after).getByTestId('canvas-handle-plus').click();
		await this.search(search);
	}

	/** Takes a node that the node creator shows, and one of its actions; n8n opens the panel. */
	async addFoundNode(node: string, action: string): Promise<NodePanel> {
		await this.found(node).click();
		await this.found(action).click();
		return this.panel();
	}

	/** A node or an action in the node creator. */
	private found(text: string): Locator {
		return this.page.getByTestId('node-creator-item-name').filter({ hasText: text }).first();
	}

	private firstStep(): Locator {
		return this.page.getByTestId(/^canvas-(plus|add-first-step)-button$/);
	}

	/** Types into the node creator's search bar, where n8n has put the cursor. */
	private async search(text: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
	}

	private async panel(): Promise<NodePanel> {
		const panel = new NodePanel(this.page);
		await panel.root.getByTestId('node-parameters').waitFor();
		return panel;
	}
}
