import type { Locator, Page } from 'playwright-core';
import { CredentialModal } from './credentialModal.mts';

const CREDENTIAL_LIST = '[data-test-id="node-credentials-select"]';

/** The panel that opens by a double click on a node: parameters in the middle, output on the right. */
export class NodePanel {
	readonly root: Locator;
	readonly output: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('ndv');
		this.output = page.getByTestId('output-panel');
	}

	/**
	 * A parameter's input.
	 * @param path its path inside the node's parameters, e.g. `name` or `additionalFields.description`
	 */
	parameter(path: string): Locator {
		return this.root.locator(`[data-parameter-path="parameters.${path}"]`);
	}

	/** Types into a text, number or password field, and leaves it: n8n lays a tip over what follows a field in use. */
	async fill(path: string, value: string): Promise<void> {
		const input = this.parameter(path).locator('input, textarea').first();
		await input.click();
		await input.fill(value);
		await input.blur();
	}

	/** Chooses from a drop-down list of fixed options by the label that is shown. */
	async choose(path: string, label: string): Promise<void> {
		await this.parameter(path).click();
		const option = this.page.getByText(label, { exact: true });
		await this.page.getByRole('option').filter({ has: option }).click();
	}

	/** Opens a drop-down list of fixed options. */
	async openOptions(path: string): Promise<void> {
		await this.parameter(path).click();
		await this.anyOption().waitFor();
	}

	/** Opens the list of what can be added to a collection. */
	async openCollection(collection: string): Promise<void> {
		await this.addButton(collection).click();
		await this.anyOption().waitFor();
	}

	/** Closes the list that is open, by a click beside it. */
	async closeList(): Promise<void> {
		await this.root.getByText('Parameters', { exact: true }).first().click();
		await this.anyOption().waitFor({ state: 'hidden' });
	}

	/** The texts shown as the labels of all visible parameters, from top to bottom. */
	async labels(): Promise<string[]> {
		const texts = await this.root
			.getByTestId('node-parameters')
			.getByTestId('input-label')
			.filter({ visible: true })
			.allInnerTexts();
		return texts.map((text) => text.trim().split('\n')[0]);
	}

	/** Switches a resource locator from "By ID" to "From list". */
	async switchToList(path: string): Promise<void> {
		await this.parameter(path).getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId('mode-list').filter({ visible: true }).click();
	}

	/** Opens the searchable list of a resource locator and waits for its entries. */
	async openList(path: string): Promise<Locator> {
		await this.parameter(path).getByTestId('rlc-input').click();
		const items = this.page.getByTestId('rlc-item');
		await items.first().waitFor();
		return items;
	}

	/** Opens a resource locator's list and takes the entry with a name, without a search. */
	async pickShown(path: string, name: string): Promise<void> {
		const items = await this.openList(path);
		await items.filter({ hasText: name }).first().click();
	}

	/**
	 * Opens a resource locator's list, searches in it, and takes the one entry that is left.
	 * @param search part of the name or ID that one entry alone has
	 * @returns the text of the entry
	 */
	async pick(path: string, search: string): Promise<string> {
		const items = await this.openList(path);
		const before = await items.count();
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(search);
		await this.page.waitForFunction(
			(count) => document.querySelectorAll('[data-test-id="rlc-item"]').length < count,
			before,
		);
		const item = items.filter({ visible: true });
		const text = await item.innerText();
		await item.click();
		return text.trim();
	}

	/** Adds an entry of a collection such as "Additional Fields". */
	async addOption(collection: string, label: string): Promise<void> {
		await this.openCollection(collection);
		await this.page.getByRole('option', { name: label, exact: true }).click();
	}

	/** Starts the node by "Execute step", which first runs or awaits what comes before it. */
	async start(): Promise<void> {
		await this.root.getByTestId('node-execute-button').click();
	}

	/**
	 * Waits until the output panel shows a text, and the button can be used again.
	 * @param text what only the run that was started can have put there
	 */
	async ended(text: string | RegExp): Promise<void> {
		await this.output.getByText(text).first().waitFor();
		await this.startButton().waitFor();
	}

	/** Waits until the output panel shows why the node failed, and the button can be used again. */
	async failed(): Promise<void> {
		await this.output.getByTestId('node-error-message').waitFor();
		await this.startButton().waitFor();
	}

	/** Leaves the panel. */
	async close(): Promise<void> {
		await this.root.getByTestId('ndv-close-button').click();
		await this.root.waitFor({ state: 'hidden' });
	}

	/** What the output panel shows. */
	outputText(): Promise<string> {
		return this.output.innerText();
	}

	/**
	 * Selects the credentials that n8n has not selected by itself: it takes the latest one when it opens a new node.
	 * @param names of the credentials by the labels of their lists, such as "Source Database Login"
	 */
	async needCredentials(names: Record<string, string>): Promise<void> {
		await this.page.waitForFunction((selector) => {
			const inputs = Array.from(document.querySelectorAll<HTMLInputElement>(selector));
			return inputs.some(({ value }) => value !== '');
		}, `${CREDENTIAL_LIST} input`);
		for (const [label, name] of Object.entries(names)) {
			const list = this.root
				.getByTestId('credentials-label')
				.filter({ has: this.page.getByText(label, { exact: true }) })
				.locator(CREDENTIAL_LIST);
			if ((await list.locator('input').first().inputValue()) !== name)
				await this.pickCredential(list, name);
		}
	}

	/** In a workflow that was just saved, n8n removes the list while it loads the credentials: people open it twice. */
	private async pickCredential(list: Locator, name: string): Promise<void> {
		const opened = await list.elementHandle();
		const loaded = this.page.waitForResponse(/\/credentials\/for-workflow/);
		await list.click();
		await loaded;
		await list.waitFor();
		if (!(await opened?.evaluate(({ isConnected }) => isConnected))) await list.click();
		await this.page
			.getByTestId(/^node-credentials-select-item-/)
			.filter({ hasText: name, visible: true })
			.click();
	}

	/** Begins a new credential in the place of the node's first one. */
	async newCredential(): Promise<CredentialModal> {
		await this.root.locator(CREDENTIAL_LIST).first().click();
		await this.page
			.getByTestId('node-credentials-select-item-new')
			.filter({ visible: true })
			.click();
		const modal = new CredentialModal(this.page);
		await modal.root.waitFor();
		return modal;
	}

	/** Opens the modal of the node's first credential, which is the one for Open Telekom Cloud. */
	async openCredential(): Promise<CredentialModal> {
		await this.root.getByTestId('credential-edit-button').first().click();
		const modal = new CredentialModal(this.page);
		await modal.root.waitFor();
		return modal;
	}

	private startButton(): Locator {
		return this.root
			.getByTestId('node-execute-button')
			.and(this.page.locator(':not([aria-busy="true"])'))
			.filter({ hasText: 'Execute step', visible: true });
	}

	/** Whether a field is shown, or a collection to which something can be added. */
	async shows(path: string): Promise<boolean> {
		return (await this.parameter(path).isVisible()) || (await this.addButton(path).isVisible());
	}

	private addButton(collection: string): Locator {
		return this.root
			.getByTestId('parameter-item')
			.filter({ has: this.page.locator(`label[for="${collection}"]`) })
			.getByTestId('collection-parameter-add');
	}

	private anyOption(): Locator {
		return this.page.getByRole('option').filter({ visible: true }).first();
	}
}
