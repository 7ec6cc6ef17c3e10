import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { makeBundle } from './n8n/bundle.mjs';

/** Makes the bundle of n8n, and gives n8n-core one user folder for all processes of a test run, which is removed at the end. */
export default async function globalSetup() {
	await makeBundle();
	const folder = mkdtempSync(join(tmpdir(), 'otc-drs-n8n-'));
	process.env.N8N_USER_FOLDER = folder;
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
