import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that the stand-in received. */
export interface Call {
	method: string;
	path: string;
	body: Record<string, unknown> | undefined;
	cookie: string | undefined;
}

/** What the stand-in answers: a status, and what goes into `data`; 0 drops the connection. */
export interface Answer {
	status?: number;
	data: unknown;
}

/** A stand-in for n8n's REST interface. */
export interface FakeN8n {
	url: string;
	calls: Call[];
	close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) {
		chunks.push(chunk as Buffer);
	}
	const text = Buffer.concat(chunks).toString();
	return text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
}

/**
 * Starts a stand-in for n8n on loopback. A login sets the session cookie when it is answered with a 2xx status.
 * @param answer gives the answer to each call; without one the answer is 404
 */
export async function startFakeN8n(answer: (call: Call) => Answer | undefined): Promise<FakeN8n> {
	const calls: Call[] = [];
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			const { method = '', url: path = '' } = request;
			const call = { method, path, body, cookie: request.headers.cookie };
			calls.push(call);
			const { status = 200, data } = answer(call) ?? {
				status: 404,
				data: `The requested webhook "${path}" is not registered.`,
			};
			if (path === '/rest/login' && status < 300) {
				response.setHeader('set-cookie', ['n8n-auth=session; Path=/; HttpOnly']);
			}
			if (status === 0) {
				request.socket.destroy();
				return;
			}
			response.statusCode = status;
			response.end(JSON.stringify({ data }));
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		calls,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
			});
		},
	};
}
