import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** @returns the resident memory of a process in MB, as Linux counts it. */
export function memoryOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
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
