import { createServer } from 'node:http';
import { listenOnLoopback, readText } from '../../../demo/lib/inbox/loopback.mts';

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
		void readText(request).then(async (text) => {
			const body = JSON.parse(text || '{}') as Record<string, unknown>;
			sink.bodies.push(body);
			await onBody(body);
			response.writeHead(sink.status, { 'content-type': 'application/json' }).end('{"ok":true}');
		});
	});
	return Object.assign(sink, await listenOnLoopback(server));
}
