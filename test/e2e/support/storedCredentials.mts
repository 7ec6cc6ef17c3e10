import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { n8nEnvironment } from '../../../demo/lib/environment.mts';
import { ensureN8n } from '../../../demo/lib/n8nInstall.mts';
import { findPort } from '../../../demo/lib/ports.mts';
import { ensureRuntime } from '../../../demo/lib/runtime.mts';
import { ROOT, type Stack } from './stack.mts';

interface StoredCredential {
	type: string;
	data: Record<string, string>;
}

const SILENT = () => undefined;

/**
 * Reads all secrets that n8n keeps for the credentials of a stack, with n8n's own export command.
 * @returns the passwords that are not empty, and the tokens in the sessions of the Open Telekom Cloud credentials
 */
export async function readSecrets(
	stack: Pick<Stack, 'home' | 'environment'>,
): Promise<{ passwords: string[]; tokens: string[] }> {
	const credentials = await exportCredentials(stack);
	const sessions = credentials.filter(({ data }) => data.session);
	return {
		passwords: credentials.map(({ data }) => data.password).filter(Boolean),
		tokens: sessions.map(({ data }) => (JSON.parse(data.session) as { token: string }).token),
	};
}

async function exportCredentials({
	home,
	environment,
}: Pick<Stack, 'home' | 'environment'>): Promise<StoredCredential[]> {
	const { node } = await ensureRuntime(ROOT, SILENT);
	const n8n = await ensureN8n(join(ROOT, 'demo', 'n8n'), SILENT);
	const file = join(home, 'exported.json');
	const brokerPort = await findPort(0);
	await promisify(execFile)(
		node,
		[join(n8n, 'bin', 'n8n'), 'export:credentials', '--all', '--decrypted', `--output=${file}`],
		{
			cwd: home,
			env: {
				...n8nEnvironment({ node, userFolder: home, port: 0, brokerPort }, process.env),
				...environment,
			},
		},
	);
	return JSON.parse(readFileSync(file, 'utf8')) as StoredCredential[];
}
