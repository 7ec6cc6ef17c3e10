import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { SCRIPT, STYLE } from './assets.mts';
import { Entries } from './entries.mts';
import { listenOnLoopback, readText } from './loopback.mts';
import { startMailServer } from './mailServer.mts';
import { inboxPage, mailPage } from './page.mts';
import { sampleFleet } from './sampleFleet.mts';

/** The demo's inbox: takes emails and calls, and shows them on a page. */
export interface Inbox {
	/** Address of the page; calls may go to any path below it. */
	url: string;
	/** Port of the mail server on 127.0.0.1. */
	smtpPort: number;
	/** What came in. */
	entries: Entries;
	close(): Promise<void>;
}

interface Page {
	type: string;
	text: string;
	policy?: string;
}

/** The page runs its own script and loads nothing from elsewhere. */
const PAGE_POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** An email runs no script, loads nothing, and reaches nothing of the page that it is in. */
const MAIL_POLICY =
	"sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

function pageAt(path: string, entries: Entries, n8nUrl: string): Page | undefined {
	if (path === '/')
		return { type: 'text/html', text: inboxPage(entries.list(), n8nUrl), policy: PAGE_POLICY };
	if (path === '/inbox.css') return { type: 'text/css', text: STYLE };
	if (path === '/inbox.js') return { type: 'text/javascript', text: SCRIPT };
	if (path === '/five-databases.csv') return { type: 'text/csv', text: sampleFleet() };
	const found = entries.list().find(({ id }) => path === `/mails/${id}`);
	return found?.kind === 'mail'
		? { type: 'text/html', text: mailPage(found.mail), policy: MAIL_POLICY }
		: undefined;
}

function show(response: ServerResponse, page: Page | undefined): void {
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('cache-control', 'no-store');
	response.setHeader('referrer-policy', 'no-referrer');
	if (page?.policy !== undefined) response.setHeader('content-security-policy', page.policy);
	response
		.writeHead(page ? 200 : 404, { 'content-type': `${page?.type ?? 'text/plain'}; charset=utf-8` })
		.end(page?.text ?? 'Not found');
}

function readBody(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

async function take(request: IncomingMessage, path: string, entries: Entries): Promise<number> {
	const text = await readText(request);
	if (text === undefined) return 413;
	entries.addCall(path.slice(1), readBody(text), text);
	return 200;
}

/**
 * Starts the inbox on loopback. A call is answered as Slack answers, whatever it says.
 * @param n8nUrl origin of the n8n that the page leads to
 * @param port of the page; 0 = any free one
 */
export async function startInbox(n8nUrl: string, port = 0): Promise<Inbox> {
	const entries = new Entries();
	const mail = await startMailServer((parsed) => entries.addMail(parsed));
	let url = '';
	const server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?')[0];
		const { host, origin = url } = request.headers;
		// A page elsewhere may give its own name to this address, and then read what is here; or send something.
		if (`http://${host}` !== url || origin !== url)
			response.writeHead(403, { 'content-type': 'text/plain' }).end(`Open ${url}`);
		else if (request.method === 'GET') show(response, pageAt(path, entries, n8nUrl));
		else if (request.method === 'POST')
			take(request, path, entries).then(
				(status) => response.writeHead(status, { 'content-type': 'text/plain' }).end('ok'),
				() => response.destroy(),
			);
		else response.writeHead(405).end();
	});
	const page = await listenOnLoopback(server, port).catch(async (error: unknown) => {
		await mail.close();
		throw error;
	});
	url = page.url;
	const close = async () => {
		await Promise.all([page.close(), mail.close()]);
	};
	return { url: page.url, smtpPort: mail.port, entries, close };
}
