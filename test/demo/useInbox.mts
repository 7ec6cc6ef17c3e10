import { request } from 'node:http';
import { createConnection } from 'node:net';
import { type Inbox, startInbox } from '../../demo/lib/inbox/inbox.mts';
import { readText } from '../../demo/lib/inbox/loopback.mts';
import { handOn } from '../support/handOn.mts';

/** The headers of a mail in HTML. */
export const HEADERS = ['From: n8n@example.com', 'To: dba@example.com', 'Content-Type: text/html'];

/** An inbox for each test, and what sends to it. */
export function useInbox() {
	let current: Inbox;

	beforeEach(async () => {
		current = await startInbox('http://127.0.0.1:5678');
	});

	afterEach(async () => {
		await current.close();
	});

	const inbox = handOn(() => current);

	/** Calls the inbox, as a workflow does. */
	const post = async (path: string, body: unknown) =>
		await fetch(`${inbox.url}${path}`, {
			method: 'POST',
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});

	/** @returns the page as a browser gets it */
	const page = async (path = '/') => await (await fetch(`${inbox.url}${path}`)).text();

	/** @returns status and text of the answer to a request with headers that fetch does not send */
	const send = async (method: string, headers: Record<string, string>): Promise<[number, string]> =>
		await new Promise((resolve, reject) => {
			request(inbox.url, { method, headers }, (answer) => {
				void readText(answer).then((text = '') => resolve([answer.statusCode ?? 0, text]), reject);
			})
				.on('error', reject)
				.end();
		});

	/**
	 * Sends a mail line by line, each after the answer to the one before.
	 * @returns the last line of each answer
	 */
	async function sendMail(headers: string[], content: string): Promise<string[]> {
		const lines = [
			'EHLO test',
			'MAIL FROM:<n8n@example.com>',
			'RCPT TO:<dba@example.com>',
			'DATA',
			[...headers, '', content, '.'].join('\r\n'),
			'QUIT',
		];
		const answers: string[] = [];
		const socket = createConnection(inbox.smtpPort, '127.0.0.1');
		await new Promise<void>((resolve, reject) => {
			socket.on('error', reject).on('end', () => resolve());
			socket.on('data', (answer) => {
				const last = /^\d{3} .*/m.exec(String(answer));
				if (last === null) return;
				answers.push(last[0].trim());
				const line = lines.shift();
				if (line !== undefined) socket.write(`${line}\r\n`);
			});
		});
		socket.destroy();
		return answers;
	}

	return { inbox, post, page, send, sendMail };
}
