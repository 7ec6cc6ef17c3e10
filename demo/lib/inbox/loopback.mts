import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on loopback. */
export interface LoopbackServer {
	url: string;
	close(): Promise<void>;
}

/**
 * Lets an HTTP server listen on 127.0.0.1.
 * @param server one that does not listen yet
 * @param port 0 = any free one
 * @returns its address, and how to end it together with its connections
 */
export async function listenOnLoopback(server: Server, port = 0): Promise<LoopbackServer> {
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	const { port: taken } = server.address() as AddressInfo;
	const close = async () =>
		await new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { url: `http://127.0.0.1:${taken}`, close };
}

/**
 * Reads the body of a request.
 * @param limit bytes
 * @returns the text; undefined when it is longer than the limit, then the rest is read and dropped, so that the sender gets an answer
 */
export async function readText(
	request: IncomingMessage,
	limit = 5_000_000,
): Promise<string | undefined> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request) {
		length += (chunk as Buffer).length;
		if (length <= limit) chunks.push(chunk as Buffer);
	}
	return length > limit ? undefined : Buffer.concat(chunks).toString();
}
