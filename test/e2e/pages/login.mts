import type { Page } from 'playwright-core';
import type { Login } from '../../../demo/lib/owner.mts';

/** Logs in with n8n's form and waits until n8n shows its overview. */
export async function logIn(page: Page, origin: string, login: Login): Promise<void> {
	await page.goto(`${origin}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(login.email);
	await page.locator('input[name=password]').fill(login.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}
