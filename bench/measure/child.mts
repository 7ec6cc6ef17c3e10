import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './built.mts';

/**
 * Starts a module of the benchmark in a process of its own, with a garbage collector that can be called.
 *
 * @param module its path from the root of the package
 * @param args what it is given
 * @returns the process and the first thing that it says
 * @throws Error if it ends without a word
 */
export async function startChild<T>(
	module: string,
	args: readonly string[],
): Promise<{ child: ChildProcess; message: T }> {
	const child = fork(join(ROOT, module), args, {
		cwd: ROOT,
		execArgv: ['--expose-gc', '--import', 'tsx'],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	let words = '';
	child.stderr!.on('data', (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-4000)));
	return await new Promise((resolve, reject) => {
		child.once('message', (message) => resolve({ child, message: message as T }));
		child.once('error', reject);
		child.once('close', (code) => reject(new Error(`${module} ended with ${code}:\n${words}`)));
	});
}

/** Ends a process that was started here. */
export async function endChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once('close', resolve));
	child.kill();
	await ended;
}
