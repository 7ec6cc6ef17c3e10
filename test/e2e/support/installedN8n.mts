import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmCommand, runCommand, tail } from '../../../demo/lib/command.mts';
import { n8nEnvironment } from '../../../demo/lib/environment.mts';
import { fetchOnce } from '../../../demo/lib/fetchOnce.mts';
import { N8nApi } from '../../../demo/lib/n8nApi.mts';
import { startN8n } from '../../../demo/lib/n8nProcess.mts';
import { LOGIN, ownerEnvironment } from '../../../demo/lib/owner.mts';
import { findPort } from '../../../demo/lib/ports.mts';
import { prepareN8n, type N8nChoice } from '../../../demo/lib/prepareN8n.mts';
import { ROOT } from './stack.mts';

/** An n8n whose package was installed by npm, as the README says. */
export interface InstalledStack {
	/** What is in `node_modules` of the folder for community packages. */
	added: string[];
	/** @returns the answer of n8n as JSON, undefined where there is none. */
	read(path: string): Promise<unknown>;
	/** @returns n8n's own output. */
	log(): string;
	close(): Promise<void>;
}

async function npm(folder: string, ...args: string[]): Promise<string> {
	const { code, output } = await runCommand(npmCommand(), args, { cwd: folder });
	if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output}`);
	return output;
}

/** Packs the package and installs it into the folder of community packages. Without a network: it needs nothing else. */
async function install(home: string): Promise<string[]> {
	const nodes = join(home, '.n8n', 'nodes');
	mkdirSync(nodes, { recursive: true });
	await npm(ROOT, 'pack', '--silent', '--ignore-scripts', '--pack-destination', home);
	const tarball = readdirSync(home).find((name) => name.endsWith('.tgz'))!;
	await npm(nodes, 'install', '--offline', '--no-audit', '--no-fund', join(home, tarball));
	return readdirSync(join(nodes, 'node_modules')).filter((name) => !name.startsWith('.'));
}

/**
 * Installs the package with npm into an empty user folder, without any link, and starts n8n there.
 *
 * @param environment further environment variables of n8n
 * @param choice another n8n than the demo's
 */
export async function startInstalled(
	environment: Record<string, string> = {},
	choice?: N8nChoice,
): Promise<InstalledStack> {
	const { runtime, n8n } = await prepareN8n(ROOT, (line) => console.error(line), choice);
	const home = mkdtempSync(join(tmpdir(), 'otc-drs-installed-'));
	const remove = () => rmSync(home, { recursive: true, force: true });
	try {
		const added = await install(home);
		const [port, brokerPort] = [await findPort(0), await findPort(0)];
		const url = `http://127.0.0.1:${port}`;
		const logFile = join(home, 'n8n.log');
		const place = { node: runtime.node, userFolder: home, port, brokerPort };
		const server = await startN8n({
			node: runtime.node,
			n8n,
			url,
			logFile,
			folder: home,
			environment: {
				...n8nEnvironment(place, process.env),
				...ownerEnvironment(LOGIN),
				...environment,
			},
		});
		const close = async () => {
			await server.close();
			remove();
		};
		try {
			const { cookie } = await N8nApi.logIn(url, LOGIN);
			return {
				added,
				async read(path) {
					const response = await fetchOnce(`${url}${path}`, { headers: { cookie } });
					return response.ok ? ((await response.json()) as unknown) : undefined;
				},
				log: () => readFileSync(logFile, 'utf8'),
				close,
			};
		} catch (error) {
			const lines = tail(readFileSync(logFile, 'utf8'));
			await close();
			throw new Error(`n8n cannot be used:\n${lines}`, { cause: error });
		}
	} catch (error) {
		remove();
		throw error;
	}
}
