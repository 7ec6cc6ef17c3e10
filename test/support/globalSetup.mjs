import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Gives n8n-core one user folder for all processes of a test run, and removes it at the end. */
export default function globalSetup() {
	const folder = mkdtempSync(join(tmpdir(), 'otc-drs-n8n-'));
	process.env.N8N_USER_FOLDER = folder;
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
