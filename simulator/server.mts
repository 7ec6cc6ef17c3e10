import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { control, CONTROL_PREFIX } from './control.mts';
import { answerBeforeWork, spoil } from './faults/effects.mts';
import type { FaultInjector, FaultRule } from './faults/injector.mts';
import { handle, type Cloud, type RoutedRequest } from './handle.mts';
import { refusal, type Answer } from './http/answer.mts';
import { findRoute } from './http/routes.mts';
import type { ReceivedRequest } from './iam/signature.mts';
import type { Journal } from './journal/journal.mts';

/** What the server needs. */
export interface ServerParts {
	cloud: Cloud;
	journal: Journal;
	faults: FaultInjector;
	port: number;
	log?: (line: string) => void;
}

const BODY_LIMIT = 12 * 1024 * 1024;

/** @returns the parsed body; undefined for none, null for one that is not JSON. */
function parseBody(body: Buffer): unknown {
	if (body.length === 0) return undefined;
	try {
		return JSON.parse(body.toString('utf8')) as unknown;
	} catch {
		return null;
	}
}

const first = (value: string | string[] | undefined): string | undefined =>
	Array.isArray(value) ? value[0] : value;

function receive(request: FastifyRequest): ReceivedRequest {
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name, first(value)]),
	);
	const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	return { method: request.method, target: request.url, headers, body };
}

const wait = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @returns the body as it goes over the wire; the gateway names the request in its refusals */
function textOf(body: unknown, requestId: string): string {
	if (body === undefined) return '';
	if (typeof body === 'string') return body;
	const code = (body as { error_code?: unknown } | null)?.error_code;
	const isGateway = typeof code === 'string' && code.startsWith('APIGW.');
	return JSON.stringify(isGateway ? { ...(body as object), request_id: requestId } : body);
}

/** What the gateway says to a request that cannot be read. */
function unreadable(error: { statusCode?: number }): Answer {
	return error.statusCode !== undefined && error.statusCode < 500
		? refusal(error.statusCode, 'APIGW.0201', 'Bad request.')
		: refusal(500, 'DRS.M00004', 'Service is abnormal. Check logs.');
}

/** Puts an answer on the wire, or what a fault leaves of it. */
function reply(
	reply: FastifyReply,
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
		reply.hijack();
		reply.raw.destroy();
		return;
	}
	if (fault?.kind === 'truncated') {
		reply.hijack();
		const bytes = Buffer.from(payload);
		reply.raw.writeHead(answer.status, { ...headers, 'Content-Length': bytes.length });
		reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.raw.destroy());
		return;
	}
	void reply.code(answer.status).headers(headers).send(payload);
}

/** Serves one request: the fault that it falls to, the work, the journal. */
async function serve(
	parts: ServerParts,
	request: FastifyRequest,
	response: FastifyReply,
): Promise<FastifyReply> {
	const { cloud, journal, faults, log } = parts;
	const received = receive(request);
	const [path, search = ''] = request.url.split('?');
	const body = parseBody(received.body);
	if (path.startsWith(CONTROL_PREFIX)) {
		const { tasks, outcomes } = cloud.drs;
		const shared = { journal, faults, outcomes, tasks };
		reply(
			response,
			control(request.method, path.slice(CONTROL_PREFIX.length), body, shared),
			undefined,
			Date.now(),
		);
		return response;
	}
	const route = findRoute(request.method, path);
	const fault = route && faults.next(route.operationId, route.service);
	let outcome: ReturnType<typeof handle>;
	if (!route) {
		outcome = {
			answer: refusal(
				404,
				'APIGW.0101',
				'The API does not exist or has not been published in the environment',
			),
			auth: 'none',
		};
	} else if (fault?.kind === 'dropBefore') {
		outcome = { answer: { status: 0, body: undefined }, auth: 'none' };
	} else {
		if (fault?.kind === 'delay') await wait(fault.delayMs ?? 1000);
		const query = Object.fromEntries(new URLSearchParams(search));
		const routed: RoutedRequest = { route, received, query, body };
		const early = answerBeforeWork(fault);
		outcome = early ? { answer: early, auth: 'none' } : handle(cloud, routed);
	}
	const answer = spoil(fault, outcome.answer);
	const operation = route?.operationId ?? 'unknown';
	journal.add({
		time: new Date(cloud.clock.now()).toISOString(),
		service: route?.service ?? 'unknown',
		operation,
		method: request.method,
		path: request.url,
		projectId: route?.pathParameters.project_id,
		auth: outcome.auth,
		requestBody: body,
		responseStatus: answer.status,
		responseBody: answer.body,
		fault: fault?.kind,
	});
	log?.(
		`${request.method} ${path} ${operation} ${answer.status}${fault ? ` (${fault.kind})` : ''}`,
	);
	reply(response, answer, fault, cloud.clock.now());
	return response;
}

/**
 * Opens the server on 127.0.0.1.
 *
 * @throws Error if the port is taken
 */
export async function listen(
	parts: ServerParts,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
	const server = fastify({
		bodyLimit: BODY_LIMIT,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		frameworkErrors: (error, _request, response) =>
			reply(response, unreadable(error), undefined, parts.cloud.clock.now()),
	});
	server.setErrorHandler((error: { statusCode?: number }, _request, response) =>
		reply(response, unreadable(error), undefined, parts.cloud.clock.now()),
	);
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
		done(null, body),
	);
	server.all('/*', async (request, response) => await serve(parts, request, response));
	await server.listen({ host: '127.0.0.1', port: parts.port });
	const { port } = server.server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, port, close: async () => await server.close() };
}
