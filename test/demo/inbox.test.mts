import { once } from 'node:events';
import { createConnection } from 'node:net';
import { startInbox } from '../../demo/lib/inbox/inbox.mts';
import { textOf } from '../../demo/lib/inbox/texts.mts';
import { tagsOf } from '../support/tagsOf.mts';
import { useInbox, HEADERS } from './useInbox.mts';

const { inbox, post, page, send, sendMail } = useInbox();

const HOSTILE = '</pre><script>alert(1)</script><img src=x onerror=alert(1)> " \' &lt;b&gt;';

describe('The inbox', () => {
	it('is empty at first, and says where to begin', async () => {
		const text = await page();
		expect(text).toContain('Nothing yet');
		expect(text).toContain('href="http://127.0.0.1:5678/form/otc-drs/fleet"');
		expect(text).toContain('The demo has no database');
	});

	it('takes what is for Slack, and shows the newest first', async () => {
		const answer = await post('/slack', { text: 'one &amp; &lt;two&gt;' });
		expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
		await post('/tickets', { title: 'DRS: shop failed' });
		const text = await page();
		expect(text).toContain('<h2>one &amp; &lt;two&gt;</h2>');
		expect(text.indexOf('DRS: shop failed')).toBeLessThan(text.indexOf('one &amp;'));
		expect(text).not.toContain('Nothing yet');
		expect(inbox.entries.bodies()).toEqual([
			{ text: 'one &amp; &lt;two&gt;' },
			{ title: 'DRS: shop failed' },
		]);
	});

	it('shows a message of one line once, and all of a longer one', async () => {
		await post('/slack', { text: 'only line' });
		await post('/slack', { text: 'first line\nsecond line' });
		const text = await page();
		expect(text.split('only line')).toHaveLength(2);
		expect(text).toContain('<p>first line\nsecond line</p>');
	});

	it('shows a message that begins like JSON as a message', async () => {
		await post('/slack', { text: '[shop] failed' });
		await post('/slack', { text: '{crm} failed' });
		expect(await page()).toMatch(/<h2>{crm} failed<.*<h2>\[shop\] failed</s);
	});

	it('takes what is no JSON', async () => {
		expect((await post('/freeze', 'now')).status).toBe(200);
		expect(await page()).toContain('<h2>now</h2>');
	});

	it('takes emails, and shows their HTML in a frame that runs no script', async () => {
		await sendMail(
			[...HEADERS, 'Subject: Plan'],
			'<h1>All &amp; well</h1><a href="http://x">go</a>',
		);
		const [{ subject, html }] = inbox.entries.mails();
		expect([subject, html]).toEqual(['Plan', expect.stringContaining('All &amp; well')]);
		const [, frame] = /<iframe src="([^"]+)" sandbox="([^"]+)"/.exec(await page())!;
		const answer = await fetch(`${inbox.url}${frame}`);
		expect(answer.headers.get('content-security-policy')).toMatch(
			/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/,
		);
		expect(await answer.text()).toMatch(/^<base target="_blank"><h1>All &amp; well/);
	});

	it('shows an email without HTML as text', async () => {
		await sendMail(['From: n8n@example.com', 'To: dba@example.com', 'Subject: Plan'], 'a < b');
		expect(inbox.entries.mails()[0].html).toBe(false);
		const text = await page();
		expect(text).toContain('<p>a &lt; b</p>');
		expect(text).not.toContain('<iframe');
	});

	it('keeps the newest 200', async () => {
		for (let count = 0; count < 205; count++) inbox.entries.addCall('slack', { text: `m${count}` });
		expect(inbox.entries.bodies().map(({ text }) => text)).toEqual(
			Array.from({ length: 200 }, (_, index) => `m${index + 5}`),
		);
	});

	it('has a file with five databases', async () => {
		const rows = (await page('/five-databases.csv')).trim().split('\n');
		expect(rows[0]).toBe('name,sourceHost,targetHost,targetInstance,subnet');
		expect(new Set(rows.slice(1)).size).toBe(5);
	});

	it('is gone when it is closed', async () => {
		const other = await startInbox('http://127.0.0.1:5678');
		await other.close();
		await expect(fetch(other.url)).rejects.toThrow('fetch failed');
	});
});

describe('The page of the inbox does not trust what came in', () => {
	it('shows hostile messages as text', async () => {
		inbox.entries.addCall('slack', { text: 'x' });
		inbox.entries.addCall('tickets', { title: 'x' });
		await sendMail([...HEADERS, 'Subject: x'], 'x');
		const harmless = tagsOf(await page());
		inbox.entries.clear();
		inbox.entries.addCall('slack', { text: HOSTILE });
		inbox.entries.addCall('tickets', { title: HOSTILE });
		await sendMail([...HEADERS, `Subject: ${HOSTILE}`], HOSTILE);
		expect(tagsOf(await page())).toEqual(harmless);
	});

	it('shows the path of a call as text', async () => {
		inbox.entries.addCall(HOSTILE, { a: 1 });
		expect(await page()).not.toContain('<script>alert');
	});

	it.each(['constructor', '__proto__', 'toString'])('shows a call to /%s', async (path) => {
		expect((await post(`/${path}`, { a: 1 })).status).toBe(200);
		expect(await page()).toMatch(new RegExp(`class="label hook">Hook</span><h2>/${path}</h2>`));
	});

	it('shows JSON that is nested too deeply as it was received', async () => {
		const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		expect((await post('/freeze', deep)).status).toBe(200);
		expect(await page()).toMatch(/<h2>\/freeze<.*<pre>\[{1000}/s);
	});

	it('runs only its own script, and loads nothing from elsewhere', async () => {
		const { headers } = await fetch(inbox.url);
		expect(headers.get('content-security-policy')).toContain(
			"default-src 'none'; script-src 'self'; style-src 'self';",
		);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('refuses a name other than its address, and says what to open', async () => {
		const { port } = new URL(inbox.url);
		for (const host of ['localhost', 'evil.example'])
			expect(await send('GET', { host: `${host}:${port}` })).toEqual([403, `Open ${inbox.url}`]);
	});

	it('takes calls of programs and of its own page, and refuses those of pages elsewhere', async () => {
		for (const origin of ['http://evil.example', 'http://127.0.0.1:5678', 'null'])
			expect((await send('POST', { origin }))[0]).toBe(403);
		expect(inbox.entries.list()).toEqual([]);
		expect((await send('POST', {}))[0]).toBe(200);
		expect((await send('POST', { origin: inbox.url }))[0]).toBe(200);
	});

	it('takes no email that is too long', async () => {
		const answers = await sendMail(HEADERS, `${'x'.repeat(998)}\r\n`.repeat(10_001));
		expect(answers).toContain('552 The mail is too long');
		expect(inbox.entries.list()).toEqual([]);
	});

	it('shows the beginning of a long text', async () => {
		const long = 'x'.repeat(1_000_000);
		await post('/slack', { text: long });
		await post('/tickets', { title: long });
		await post('/freeze', long);
		await sendMail(['From: n8n@example.com', 'To: dba@example.com'], 'x'.repeat(30_000));
		const text = await page();
		expect(text.match(/\(the first 20000 characters\)/g)).toHaveLength(4);
		expect(text.length).toBeLessThan(100_000);
	});

	it('ends although a mail program is still connected', async () => {
		const other = await startInbox('http://127.0.0.1:5678');
		const socket = createConnection(other.smtpPort, '127.0.0.1');
		await once(socket, 'data');
		const ended = once(socket, 'end');
		await Promise.all([other.close(), ended]);
		socket.destroy();
	}, 10_000);

	it('takes no message that is too long', async () => {
		const answer = await post('/slack', 'x'.repeat(6_000_000));
		expect(answer.status).toBe(413);
		expect(inbox.entries.list()).toEqual([]);
	});
});

describe('What is shown of a call', () => {
	it.each([
		[{ text: 'Replicating: &lt;shop&gt; &amp;amp;' }, 'Replicating: <shop> &amp;', false],
		[{ text: '[shop] failed' }, '[shop] failed', false],
		['plain', 'plain', false],
		[{ taskId: 'a' }, '{\n  "taskId": "a"\n}', true],
		[null, 'null', true],
	])('%j', (body, text, isJson) => {
		expect(textOf(body, '')).toEqual({ text, isJson });
	});
});
