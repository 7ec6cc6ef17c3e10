import { findPort } from '../../../demo/lib/ports.mts';
import { startChild, stopChild } from '../../../demo/lib/children.mts';
import { type Server, untilListening } from './server.mts';

/** Starts Redis on loopback, in memory only. */
export async function startRedis(): Promise<Server> {
	const port = await findPort(0);
	const child = startChild(
		'redis-server',
		['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		{ stdio: 'ignore' },
	);
	await untilListening('Redis', child, port);
	return { port, pid: child.pid ?? 0, close: async () => await stopChild(child) };
}
