import type { FastifyRequest } from 'fastify';
import type { ReceivedRequest } from '../iam/signature.mts';

const first = (value: string | string[] | undefined): string | undefined =>
	Array.isArray(value) ? value[0] : value;

/** The framework hands over no body of a GET; some SDKs send and sign one. */
async function bodyOf({ body, raw }: FastifyRequest): Promise<Buffer> {
	if (Buffer.isBuffer(body)) return body;
	if (raw.readableEnded) return Buffer.alloc(0);
	const chunks: Buffer[] = [];
	for await (const chunk of raw) chunks.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(chunks);
}

/** @returns the request with the bytes that arrived */
export async function receive(request: FastifyRequest): Promise<ReceivedRequest> {
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name, first(value)]),
	);
	return { method: request.method, target: request.url, headers, body: await bodyOf(request) };
}

/** @returns the parsed body; undefined for none, null for one that is not JSON. */
export function parseBody(body: Buffer): unknown {
	if (body.length === 0) return undefined;
	try {
		return JSON.parse(body.toString('utf8')) as unknown;
	} catch {
		return null;
	}
}

/**
 * A client that uses the simulator as its HTTP proxy sends whole addresses. Their host is in the header Host as well.
 *
 * @returns path and query
 */
export const targetOf = (url = '/'): string => url.replace(/^http:\/\/[^/]*/i, '') || '/';
