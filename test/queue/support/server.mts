import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server of the test that runs as a process of its own. */
export interface Server {
	port: number;
	pid: number;
	/** Ends it and removes its data. */
	close(): Promise<void>;
}

const PATIENCE = 30_000;

async function answers(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}

/**
 * Waits until a process takes connections on loopback.
 *
 * @throws Error when it ends or takes none in time
 */
export async function untilListening(
	name: string,
	child: ChildProcess,
	port: number,
): Promise<void> {
	const deadline = Date.now() + PATIENCE;
	while (!(await answers(port))) {
		if (child.exitCode !== null || Date.now() > deadline)
			throw new Error(`${name} does not take connections on port ${port}.`);
		await sleep(50);
	}
}
