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

/** Starts a server that takes JSON at any address. */
export async function startHttpSink(): Promise<HttpSink> {
	const sink = { bodies: [] as HttpSink['bodies'], status: 200 };
	const server = createServer((request, response) => {
		void readText(request).then((text) => {
			sink.bodies.push(JSON.parse(text || '{}') as Record<string, unknown>);
			response.writeHead(sink.status, { 'content-type': 'application/json' }).end('{"ok":true}');
		});
	});
	return Object.assign(sink, await listenOnLoopback(server));
}
