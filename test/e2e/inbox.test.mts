import type { ParsedMail } from 'mailparser';
import { type Inbox, startInbox } from '../../demo/lib/inbox/inbox.mts';
import { openWindow, screenshot, type Window } from './support/stack.mts';

let inbox: Inbox;
let window: Window;

beforeAll(async () => {
	inbox = await startInbox('http://127.0.0.1:5678');
	window = await openWindow();
	await window.page.setViewportSize({ width: 1040, height: 1040 });
}, 120_000);

afterAll(async () => {
	await window?.browser.close();
	await inbox?.close();
}, 60_000);

const mail = (subject: string, html: string) =>
	inbox.entries.addMail({
		...{ subject, html, attachments: [], headers: new Map(), headerLines: [] },
		from: { value: [], html: '', text: 'migrations@example.com' },
		to: { value: [], html: '', text: 'dba@example.com' },
	} satisfies ParsedMail);

const REPORT = `<h1>Database migrations</h1><table border="1" cellpadding="6"><tr><th>Task</th><th>Status</th></tr>
<tr><td>shop-mysql-to-rds</td><td>Incremental replication</td></tr><tr><td>crm-mysql-to-rds</td><td>Failed</td></tr></table>
<p><a href="http://127.0.0.1:5678/webhook-waiting/1">Decide</a></p>`;

describe('the page of the inbox in a browser', () => {
	it('shows what comes in by itself, the newest first', async () => {
		const { page } = window;
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		await page.goto(inbox.url);
		await page.getByText('Nothing yet').waitFor();
		inbox.entries.addCall('freeze', { taskId: 'e11eaf8f-71ef-4fad-8890-aed7572ajb11' });
		inbox.entries.addCall('slack', { text: 'Replicating: shop-mysql-to-rds (after 17 s).' });
		await page.getByRole('heading', { name: 'Replicating: shop-mysql-to-rds' }).waitFor();
		mail('1 need attention: Database migrations', REPORT);
		await page.frameLocator('iframe').getByText('crm-mysql-to-rds').waitFor();
		const labels = await page.locator('article .label').allInnerTexts();
		expect(labels).toEqual(['Email', 'Slack', 'Hook']);
		expect(await page.getByText('Nothing yet').count()).toBe(0);
		expect(errors).toEqual([]);
		await screenshot(page, 'inbox');
	}, 120_000);

	it('runs no script of an email, and opens its links in a new tab', async () => {
		const { page } = window;
		inbox.entries.clear();
		mail(
			'hostile',
			`<script>parent.document.title='broken'</script><img src=x onerror="document.title='broken'"><a href="${inbox.url}/?opened">go</a>`,
		);
		await page.goto(inbox.url);
		const link = page.frameLocator('iframe').getByText('go');
		await link.waitFor();
		expect(await page.title()).toBe('Inbox of the OTC DRS demo');
		const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
		await opened.waitForURL(/opened/);
		expect(page.url()).toBe(`${inbox.url}/`);
	}, 120_000);
});
