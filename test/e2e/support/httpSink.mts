import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on loopback that keeps what it gets. */
export interface HttpSink {
	url: string;
	bodies: Array<Record<string, unknown>>;
	close(): Promise<void>;
}

/** Starts a server that takes JSON at any address. */
export async function startHttpSink(): Promise<HttpSink> {
	const bodies: Array<Record<string, unknown>> = [];
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += chunk.toString()));
		request.on('end', () => {
			bodies.push(JSON.parse(text || '{}') as Record<string, unknown>);
			response.setHeader('content-type', 'application/json').end('{"ok":true}');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const close = async () =>
		await new Promise<void>((resolve) => {
			server.closeAllConnections();
			server.close(() => resolve());
		});
	return { url: `http://127.0.0.1:${port}`, bodies, close };
}
