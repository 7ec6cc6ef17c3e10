import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STATUS = '/proc/self/status';
const RESET = '/proc/self/clear_refs';

/** @returns the most memory that the process ever held, or since it was made to forget, in bytes */
function peak(): number {
	const kilobytes = existsSync(STATUS)
		? Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1])
		: process.resourceUsage().maxRSS;
	return kilobytes * 1024;
}

/** The memory of this process, in MB of 1,000,000 bytes above its level when it was idle. */
export interface MemoryWatch {
	/** Collects garbage and forgets the peak; where the system cannot, the peak is that of the whole life of the process. */
	restart(): void;
	/** The most that was held since `restart`. */
	peak(): number;
}

/** Takes the present level, without garbage, for that of the idle process; needs `--expose-gc`. */
export function watchMemory(): MemoryWatch {
	globalThis.gc?.();
	const idle = process.memoryUsage.rss();
	return {
		restart() {
			globalThis.gc?.();
			if (existsSync(RESET)) writeFileSync(RESET, '5');
		},
		peak: () => Math.max(0, peak() - idle) / 1_000_000,
	};
}
