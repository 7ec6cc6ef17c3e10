import type { Locator, Page } from 'playwright-core';

/** The modal in which a credential is edited; n8n tests the credential whenever it is saved. */
export class CredentialModal {
	readonly root: Locator;
	/** The green banner. */
	readonly success: Locator;
	/** The red banner: n8n's heading, with our message behind "More details". */
	readonly failure: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('credential-edit-dialog');
		this.success = this.root.getByText('Connection tested successfully');
		this.failure = this.root.getByText('Couldn’t connect with these settings');
	}

	/** Types into a field, named as in the credential's properties. */
	async fill(name: string, value: string): Promise<void> {
		await this.root.getByTestId(`parameter-input-${name}`).locator('input, textarea').fill(value);
	}

	/** Clicks the switch of a boolean field. */
	async toggle(name: string): Promise<void> {
		const field = this.root.getByTestId(`parameter-input-${name}`);
		await field.locator('.el-switch, button[role=switch]').click();
	}

	/** Chooses from a drop-down list by the label that is shown. */
	async choose(name: string, label: string): Promise<void> {
		await this.root.getByTestId(`parameter-input-${name}`).locator('input').click();
		const option = this.page.getByText(label, { exact: true });
		await this.page.getByRole('option').filter({ has: option }).click();
	}

	/** The labels of the fields that the form shows, from top to bottom. */
	async labels(): Promise<string[]> {
		const texts = await this.root.getByTestId('credential-connection-parameter').allInnerTexts();
		return texts.map((text) => text.trim().split('\n')[0]);
	}

	/** Waits for the green banner, until its button can be used. */
	async succeeded(): Promise<void> {
		await this.success.waitFor();
		await this.retryButton().waitFor();
	}

	/** Saves the credential, and waits until n8n has tested it. */
	async save(): Promise<void> {
		const tested = this.page.waitForResponse((answer) =>
			answer.url().endsWith('/rest/credentials/test'),
		);
		await this.page.getByTestId('credential-save-button').click();
		await tested;
	}

	/** Tests the saved credential again with the banner's button. */
	async retry(): Promise<void> {
		await this.retryButton().click();
	}

	/** Unfolds the red banner and returns all the modal shows then. */
	async failureText(): Promise<string> {
		await this.failure.waitFor();
		await this.root.getByText('More details').filter({ visible: true }).click();
		await this.root
			.getByText('More details')
			.filter({ visible: true })
			.waitFor({ state: 'hidden' });
		return this.root.innerText();
	}

	/** Closes the modal. */
	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.root.waitFor({ state: 'hidden' });
	}

	private retryButton(): Locator {
		return this.root.getByText('Retry', { exact: true }).filter({ visible: true });
	}
}
