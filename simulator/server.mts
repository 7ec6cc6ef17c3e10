import type { AddressInfo } from 'node:net';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { withExamples } from './contract/withExamples.mts';
import { control, CONTROL_PREFIX } from './control.mts';
import { answerBeforeWork } from './faults/effects.mts';
import type { FaultInjector, FaultRule } from './faults/injector.mts';
import { leftOf, spoil } from './faults/spoil.mts';
import { handle, type Cloud } from './handle.mts';
import { refusal } from './http/answer.mts';
import { parseBody, receive, targetOf } from './http/receive.mts';
import { reply, unreadable } from './http/reply.mts';
import { findRoute, type Route } from './http/routes.mts';
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
/** Real tokens have up to 100,000 characters. */
const HEADER_LIMIT = 256 * 1024;

const wait = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

type Outcome = ReturnType<typeof handle>;

const NOT_FOUND: Outcome = {
	answer: refusal(
		404,
		'APIGW.0101',
		'The API does not exist or has not been published in the environment',
	),
	auth: 'none',
};

/** Does the work of a request, unless a fault keeps it from being done. */
async function workOf(
	cloud: Cloud,
	route: Route,
	received: ReceivedRequest,
	body: unknown,
	fault: FaultRule | undefined,
): Promise<Outcome> {
	if (fault?.kind === 'dropBefore') return { answer: { status: 0, body: undefined }, auth: 'none' };
	if (fault?.kind === 'delay') await wait(fault.delayMs ?? 1000);
	const early = answerBeforeWork(fault, route.operationId, body);
	if (early) return { answer: early, auth: 'none' };
	const query = Object.fromEntries(new URLSearchParams(received.target.split('?')[1] ?? ''));
	const isNameAccepted = fault?.kind === 'nameAccepted';
	const drs = isNameAccepted ? { ...cloud.drs, uniqueNames: false } : cloud.drs;
	return handle({ ...cloud, drs }, { route, received, query, body: leftOf(fault, body) });
}

/** Answers what is no part of the cloud: control addresses and the contract; undefined for all else. */
function besideTheCloud(
	{ cloud, journal, faults }: ServerParts,
	{ method, target, headers }: ReceivedRequest,
	body: unknown,
): ReturnType<typeof control> | undefined {
	const [path] = target.split('?');
	if (method === 'GET' && path === '/openapi.json')
		return { status: 200, body: withExamples(`http://${headers.host ?? '127.0.0.1'}`) };
	if (!path.startsWith(CONTROL_PREFIX)) return undefined;
	const { tasks, outcomes } = cloud.drs;
	return control(method, path.slice(CONTROL_PREFIX.length), body, {
		journal,
		faults,
		outcomes,
		tasks,
	});
}

/** Serves one request: the fault that it falls to, the work, the journal. */
async function serve(
	parts: ServerParts,
	request: FastifyRequest,
	response: FastifyReply,
): Promise<FastifyReply> {
	const { cloud, journal, faults, log } = parts;
	const received = await receive(request);
	const [path] = received.target.split('?');
	const body = parseBody(received.body);
	const beside = besideTheCloud(parts, received, body);
	if (beside) {
		reply(response, beside, undefined, Date.now());
		return response;
	}
	const route = findRoute(received.method, path, received.headers.host);
	const fault = route && faults.next(route.operationId, route.service);
	const outcome = route ? await workOf(cloud, route, received, body, fault) : NOT_FOUND;
	const operation = route?.operationId ?? 'unknown';
	const now = cloud.clock.now();
	const answer = spoil(fault, outcome.answer, {
		operation,
		body,
		now,
		createdAt: (id) => cloud.drs.tasks.createdAt(id),
	});
	journal.add({
		time: new Date(now).toISOString(),
		service: route?.service ?? 'unknown',
		operation,
		method: received.method,
		path: received.target,
		projectId: route?.pathParameters.project_id,
		auth: outcome.auth,
		requestBody: body,
		responseStatus: answer.status,
		responseBody: answer.body,
		fault: fault?.kind,
	});
	log?.(
		`${received.method} ${path} ${operation} ${answer.status}${fault ? ` (${fault.kind})` : ''}`,
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
		http: { maxHeaderSize: HEADER_LIMIT },
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		rewriteUrl: ({ url }) => targetOf(url),
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
