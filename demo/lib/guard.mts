import { spawn, type ChildProcess } from 'node:child_process';

/** Waits for the end of its input, which is a pipe from this process, and then kills what it was given. */
const SCRIPT = `process.stdin.resume().on('end', () => {
	try { process.kill(Number(process.argv[1]), 'SIGKILL'); } catch {}
});`;

/**
 * Sees to it that a child does not outlive this process, however that ends: a small process beside it notices that the pipe
 * to it was closed, and kills the child.
 *
 * @param child a running process
 * @param target what is killed: the ID of a process, or minus that of a process group
 */
export function guard(child: ChildProcess, target: number): void {
	const guardian = spawn(process.execPath, ['-e', SCRIPT, '--', String(target)], {
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true,
		windowsHide: true,
	});
	guardian.unref();
	(guardian.stdin as unknown as { unref(): void }).unref();
	guardian.on('error', () => undefined);
	child.once('exit', () => guardian.kill('SIGKILL'));
}
