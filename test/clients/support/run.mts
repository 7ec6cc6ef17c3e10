import { spawn } from 'node:child_process';

/** What a client said and how it ended. */
export interface ClientRun {
	code: number | null;
	output: string;
}

/** What a client gets from this process: where programs are and where they may write, nothing else. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'GOCACHE'] as const;

/**
 * Runs a client to its end.
 *
 * @param command program, and its arguments
 * @param environment variables beside those that every program needs
 * @param folder working directory
 */
export async function runClient(
	[program, ...parameters]: readonly string[],
	environment: Record<string, string> = {},
	folder?: string,
): Promise<ClientRun> {
	const inherited = PASSED_ON.map((name) => [name, process.env[name]]);
	const child = spawn(program, parameters, {
		cwd: folder,
		env: { ...Object.fromEntries(inherited), ...environment },
	});
	const chunks: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) =>
			resolve({ code, output: Buffer.concat(chunks).toString('utf8') }),
		);
	});
}
