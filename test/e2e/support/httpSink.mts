import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on loopback that keeps what it gets. */
export interface HttpSink {
	url: string;
	bodies: Array<Record<string, unknown>>;
	/** HTTP status of its answers. */
	status: number;
	close(): Promise<void>;
}

/**
 * Starts a server that takes JSON at any address.
 *
 * @param onBody is called with all that comes in, and waited for before it is answered
 */
export async function startHttpSink(
	onBody: (body: Record<string, unknown>) => void | Promise<void> = () => undefined,
): Promise<HttpSink> {
	const sink = { bodies: [] as HttpSink['bodies'], status: 200 };
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += chunk.toString()));
		request.on('end', () => {
			const body = JSON.parse(text || '{}') as Record<string, unknown>;
			sink.bodies.push(body);
			void Promise.resolve(onBody(body)).then(() =>
				response.writeHead(sink.status, { 'content-type': 'application/json' }).end('{"ok":true}'),
			);
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
	return Object.assign(sink, { url: `http://127.0.0.1:${port}`, close });
}
