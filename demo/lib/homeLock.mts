import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemoProblem } from './problem.mts';

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function holder(file: string): number | undefined {
	try {
		return Number.parseInt(readFileSync(file, 'utf8'), 10);
	} catch {
		return undefined;
	}
}

/**
 * Claims a home folder for this process, so that two demos do not share one database.
 * What a process that no longer runs left behind does not count.
 * @param home the folder; made if it is not there
 * @returns gives the folder free again
 * @throws DemoProblem when another running process holds it
 */
export function lockHome(home: string): () => void {
	mkdirSync(home, { recursive: true });
	const file = join(home, 'demo.pid');
	const pid = holder(file);
	if (pid !== undefined && isRunning(pid)) {
		throw new DemoProblem(
			`The demo in ${home} runs already, as process ${pid}.`,
			'Use that one, or end it with Ctrl-C in its window and start again.',
		);
	}
	writeFileSync(file, String(process.pid));
	return () => rmSync(file, { force: true });
}
