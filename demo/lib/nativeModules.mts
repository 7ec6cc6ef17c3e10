import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { npmCommand, runCommand, tail } from './command.mts';
import { type Log, withProgress } from './log.mts';
import { DemoProblem } from './problem.mts';
import type { Runtime } from './runtime.mts';

/** The native modules that n8n cannot do without, as far as its version has them: its database and its expressions. */
const NATIVE = ['sqlite3', 'isolated-vm'];

async function loads(runtime: Runtime, folder: string, name: string): Promise<boolean> {
	const { code } = await runCommand(
		{ command: runtime.node, args: [], shell: false },
		['-e', `require(${JSON.stringify(name)})`],
		{ cwd: folder },
	);
	return code === 0;
}

async function missing(runtime: Runtime, folder: string): Promise<string[]> {
	const states = await Promise.all(
		NATIVE.filter((name) => existsSync(join(folder, 'node_modules', name))).map(async (name) => ({
			name,
			fine: await loads(runtime, folder, name),
		})),
	);
	return states.filter(({ fine }) => !fine).map(({ name }) => name);
}

/**
 * @param runtime the Node.js that n8n runs on
 * @param environment what the build starts from
 * @returns the environment of a build: that Node.js first, its headers if it has some, and no optimisation,
 * which halves the time of the build and is not felt in a demo
 */
export function buildEnvironment(
	runtime: Runtime,
	environment: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
	return {
		CFLAGS: '-O0',
		CXXFLAGS: '-O0',
		...environment,
		...(runtime.headers !== undefined && { npm_config_nodedir: runtime.headers }),
		PATH: `${dirname(runtime.node)}${delimiter}${environment.PATH ?? ''}`,
	};
}

/**
 * Sees to it that n8n's native modules load under the Node.js that will run it, and builds those that do not:
 * everything was installed without install scripts, so a module that ships no binary has none yet.
 * @param folder in which n8n is installed
 * @param runtime the Node.js that n8n runs on
 * @param log takes the progress
 * @throws DemoProblem when a module cannot be built
 */
export async function ensureNativeModules(
	folder: string,
	runtime: Runtime,
	log: Log,
): Promise<void> {
	const needed = await missing(runtime, folder);
	if (needed.length === 0) {
		return;
	}
	const { output } = await withProgress(
		log,
		`Building ${needed.join(' and ')} for Node.js ${runtime.version} (about a minute, only the first time)`,
		async () =>
			await runCommand(npmCommand(), ['rebuild', ...needed, '--ignore-scripts=false'], {
				cwd: folder,
				env: buildEnvironment(runtime),
			}),
	);
	const left = await missing(runtime, folder);
	if (left.length > 0) {
		throw new DemoProblem(
			`n8n's native module ${left.join(' and ')} could not be built:\n${tail(output)}`,
			'It needs a C++ compiler, make and Python 3: "apt install build-essential python3" on Debian and Ubuntu, "xcode-select --install" on macOS, the Visual Studio Build Tools with C++ on Windows. Then start again.',
		);
	}
}
