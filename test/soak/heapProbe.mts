/**
 * Loaded into n8n by `--import`: on SIGUSR2 it collects garbage and writes how much of the heap is in use, in bytes, to the
 * file that HEAP_FILE names.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const file = process.env.HEAP_FILE;
if (file !== undefined) {
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	process.on('SIGUSR2', () => {
		collectGarbage();
		writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed));
		renameSync(`${file}.new`, file);
	});
}
