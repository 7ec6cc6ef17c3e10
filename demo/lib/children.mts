import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { guard } from './guard.mts';

const alive = new Set<ChildProcess>();
const onWindows = process.platform === 'win32';

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) {
		return;
	}
	if (onWindows) {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		child.kill(signal);
	}
}

function killAllAtExit(): void {
	for (const child of alive) {
		signalTree(child, 'SIGKILL');
	}
}

/**
 * Starts a process in a group of its own, so that it ends together with everything it starts, and
 * so that Ctrl-C reaches only this process, which then ends its children in order.
 * @param command the program
 * @param args its arguments
 * @param options as for `spawn`
 * @returns the process; it is killed at the latest when this process ends, also when that is killed
 */
export function startChild(command: string, args: string[], options: SpawnOptions): ChildProcess {
	const child = spawn(command, args, { ...options, detached: !onWindows, windowsHide: true });
	if (alive.size === 0) {
		process.on('exit', killAllAtExit);
	}
	alive.add(child);
	if (child.pid !== undefined) guard(child, onWindows ? child.pid : -child.pid);
	const forget = () => {
		alive.delete(child);
		if (alive.size === 0) {
			process.off('exit', killAllAtExit);
		}
	};
	child.once('exit', forget);
	child.once('error', forget);
	return child;
}

/**
 * Ends a process and everything it started: asks first, and kills what is left after the grace time.
 * @param child from `startChild`
 * @param grace milliseconds
 */
export async function stopChild(child: ChildProcess, grace = 10_000): Promise<void> {
	if (!alive.has(child)) {
		return;
	}
	await new Promise<void>((resolve) => {
		const killer = setTimeout(() => signalTree(child, 'SIGKILL'), grace);
		child.once('exit', () => {
			clearTimeout(killer);
			resolve();
		});
		signalTree(child, 'SIGTERM');
	});
}

/** Kills a process and everything it started, without asking, as a crash would. */
export async function killChild(child: ChildProcess): Promise<void> {
	if (!alive.has(child)) {
		return;
	}
	await new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		signalTree(child, 'SIGKILL');
	});
}

/**
 * Ends every process that `startChild` started and that still runs.
 * @param grace milliseconds; an installation that is cut off is started again at the next start
 */
export async function stopAllChildren(grace = 2000): Promise<void> {
	await Promise.all([...alive].map(async (child) => await stopChild(child, grace)));
}
