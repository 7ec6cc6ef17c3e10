import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** @returns the resident memory of a process in MB, as Linux counts it. */
export function memoryOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
}

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const MILLISECONDS_PER_TICK = 10;

/** @returns the processor time that a process has used so far, in ms; others at work on the machine hardly change it. */
export function cpuTimeOf(pid: number): number {
	const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
	const [user, system] = [afterName[11], afterName[12]].map(Number);
	return (user + system) * MILLISECONDS_PER_TICK;
}

/** @returns how many files and how many sockets a process holds open. */
export function handlesOf(pid: number): { files: number; sockets: number } {
	const folder = `/proc/${pid}/fd`;
	const targets = readdirSync(folder).map((name) => {
		try {
			return readlinkSync(`${folder}/${name}`);
		} catch {
			return '';
		}
	});
	const sockets = targets.filter((target) => target.startsWith('socket:')).length;
	return { files: targets.filter((target) => target !== '').length - sockets, sockets };
}
