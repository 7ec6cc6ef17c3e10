import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback, type LoopbackServer } from '../../../../demo/lib/inbox/loopback.mts';
import { findRoute } from '../../../../simulator/http/routes.mts';

/** Is told of a request (`asked createTasks`) before it is passed on, and of its answer (`createTasks`) before that is. */
type Saw = (event: string, text: string) => Promise<void>;

async function pass(
	simulator: string,
	saw: Saw,
	incoming: IncomingMessage,
	answer: ServerResponse,
): Promise<void> {
	const { method = '', url = '', headers } = incoming;
	const body = await buffer(incoming);
	const text = `${url} ${body.toString()}`;
	const operation = findRoute(method, url.split('?')[0], headers.host)?.operationId ?? 'unknown';
	await saw(`asked ${operation}`, text);
	const passed = request(`${simulator}${url}`, { method, headers }).end(body);
	const [response] = (await once(passed, 'response')) as [IncomingMessage];
	const content = await buffer(response);
	await saw(operation, text);
	answer.writeHead(response.statusCode ?? 502, response.headers).end(content);
}

/**
 * Starts a server that passes requests on to the simulator, and can hold them.
 *
 * @param simulator its origin
 * @param saw is waited for
 */
export async function startGate(simulator: string, saw: Saw): Promise<LoopbackServer> {
	const server = createServer((incoming, answer) => {
		pass(simulator, saw, incoming, answer).catch(() => answer.destroy());
	});
	return await listenOnLoopback(server);
}
