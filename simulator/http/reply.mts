import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { FaultRule } from '../faults/kinds.mts';
import { refusal, type Answer } from './answer.mts';

/** @returns the body as it is sent; the gateway names the request in its refusals */
function textOf(body: unknown, requestId: string): string {
	if (body === undefined) return '';
	if (typeof body === 'string') return body;
	const code = (body as { error_code?: unknown } | null)?.error_code;
	const isGateway = typeof code === 'string' && code.startsWith('APIGW.');
	return JSON.stringify(isGateway ? { ...(body as object), request_id: requestId } : body);
}

/** What the gateway says to a request that cannot be read. */
export function unreadable(error: { statusCode?: number }): Answer {
	return error.statusCode !== undefined && error.statusCode < 500
		? refusal(error.statusCode, 'APIGW.0201', 'Bad request.')
		: refusal(500, 'DRS.M00004', 'Service is abnormal. Check logs.');
}

/** Puts an answer on the wire, or what a fault leaves of it. */
export function reply(
	response: FastifyReply,
	answer: Answer,
	fault: FaultRule | undefined,
	now: number,
): void {
	const requestId = randomUUID().replaceAll('-', '');
	const payload = textOf(answer.body, requestId);
	const headers: Record<string, string> = {
		'Content-Type': 'application/json',
		'X-Request-Id': requestId,
		Date: new Date(now).toUTCString(),
		...answer.headers,
	};
	if (fault?.kind === 'dropBefore' || fault?.kind === 'dropAfter') {
		response.hijack();
		response.raw.destroy();
		return;
	}
	if (fault?.kind === 'truncated') {
		response.hijack();
		const bytes = Buffer.from(payload);
		response.raw.writeHead(answer.status, { ...headers, 'Content-Length': bytes.length });
		response.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () =>
			response.raw.destroy(),
		);
		return;
	}
	void response.code(answer.status).headers(headers).send(payload);
}
