import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service under the control of an attacker. */
export interface HostileServer {
	url: string;
	/** What reached it, header names in lower case. */
	requests: Array<{
		method: string;
		url: string;
		headers: IncomingMessage['headers'];
		body: string;
	}>;
	close(): Promise<void>;
}

/** @returns a server on a free loopback port that writes down every request before it answers. */
export async function startHostile(answer: RequestListener): Promise<HostileServer> {
	const requests: HostileServer['requests'] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (chunk: string) => (body += chunk));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			requests.push({ method, url, headers, body });
			void answer(request, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
