import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { waitUntil } from '../e2e/support/exampleWorkflows.mts';
import { ROOT } from '../e2e/support/stack.mts';

const PATIENCE = 60_000;

/** Asks a running n8n how much of its heap is in use when all garbage is gone. */
export interface HeapWatch {
	/** Environment variables that n8n has to be started with. */
	environment: Record<string, string>;
	/** @returns the heap in use, in MB, after a collection */
	used(pid: number): Promise<number>;
	close(): void;
}

/** @returns a watch for one n8n; it leaves a folder behind until it is closed */
export function watchHeap(): HeapWatch {
	const folder = mkdtempSync(join(tmpdir(), 'otc-drs-heap-'));
	const file = join(folder, 'heap');
	const probe = pathToFileURL(join(ROOT, 'test', 'soak', 'heapProbe.mts')).href;
	return {
		environment: { NODE_OPTIONS: `--import ${probe}`, HEAP_FILE: file },
		async used(pid) {
			rmSync(file, { force: true });
			process.kill(pid, 'SIGUSR2');
			await waitUntil('the size of the heap', () => existsSync(file), PATIENCE, 20);
			return Math.round(Number(readFileSync(file, 'utf8')) / 1024 / 1024);
		},
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}
