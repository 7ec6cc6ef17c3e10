import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startChild } from './children.mts';

/** A program with the arguments that come first. */
export interface Command {
	command: string;
	args: string[];
	/** Whether only a shell can start it: `npm.cmd` on Windows. */
	shell: boolean;
}

/** How a command ended. */
export interface CommandResult {
	code: number;
	/** Standard output and standard error, in the order they came. */
	output: string;
}

/**
 * @param environment where `npm run` leaves the path of npm in `npm_execpath`
 * @param node the Node.js that runs npm
 * @returns npm as started by this Node.js, without a shell where npm's own script can be found
 */
export function npmCommand(
	environment: NodeJS.ProcessEnv = process.env,
	node: string = process.execPath,
): Command {
	const besideNode = join('node_modules', 'npm', 'bin', 'npm-cli.js');
	const script = [
		environment.npm_execpath ?? '',
		join(dirname(node), besideNode),
		join(dirname(node), '..', 'lib', besideNode),
	].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
	if (script !== undefined) {
		return { command: node, args: [script], shell: false };
	}
	const shell = process.platform === 'win32';
	return { command: shell ? 'npm.cmd' : 'npm', args: [], shell };
}

/**
 * Runs a command to its end.
 * @param command the program and its first arguments
 * @param args further arguments
 * @param options folder and environment variables
 * @returns exit code (-1 when it cannot be started or was ended by a signal) and output; never throws
 */
export async function runCommand(
	command: Command,
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<CommandResult> {
	return await new Promise((resolve) => {
		const child = startChild(command.command, [...command.args, ...args], {
			cwd: options.cwd,
			env: options.env ?? process.env,
			shell: command.shell,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		const collect = (chunk: Buffer) => {
			output += chunk.toString();
		};
		child.stdout?.on('data', collect);
		child.stderr?.on('data', collect);
		child.once('error', (error) => resolve({ code: -1, output: `${output}${error.message}` }));
		child.once('close', (code) => resolve({ code: code ?? -1, output }));
	});
}

/** @returns the last lines of an output that are not empty, indented for a message. */
export function tail(output: string, lines = 15): string {
	return output
		.split(/\r?\n/)
		.filter((line) => line.trim() !== '')
		.slice(-lines)
		.map((line) => `    ${line}`)
		.join('\n');
}
