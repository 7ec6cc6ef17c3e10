import { parseArgs } from 'node:util';
import { DemoProblem } from './problem.mts';

/** What the command line asks for. */
export interface CommandLine {
	port?: number;
	once: boolean;
	fresh: boolean;
	help: boolean;
}

/** The text of `--help`. */
export const HELP = `npm run demo -- [options]

Installs n8n in demo/n8n (about 3 GB, only the first time), starts it with this package and the simulator of
Open Telekom Cloud, runs the workflow "Create Migration Task", shows what came out, and stays up.

  --port <port>  port of n8n (default: 5678, or any free one when that is taken)
  --once         end after the run; exit code 0 when the task was created, else 1
  --fresh        forget the n8n of earlier starts (demo/home)
  --help         show this text`;

function readPort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_535) {
		throw new DemoProblem(
			`"${text}" is not a port.`,
			'Give a number from 1 to 65535, such as "npm run demo -- --port 5700".',
		);
	}
	return port;
}

/**
 * @param args the arguments after the script's name
 * @throws DemoProblem for an unknown option or a port that is none
 */
export function readCommandLine(args: string[]): CommandLine {
	try {
		const { values } = parseArgs({
			args,
			options: {
				port: { type: 'string' },
				once: { type: 'boolean', default: false },
				fresh: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false, short: 'h' },
			},
		});
		const { port, ...flags } = values;
		return { ...flags, ...(port !== undefined && { port: readPort(port) }) };
	} catch (error) {
		if (error instanceof DemoProblem) {
			throw error;
		}
		throw new DemoProblem(
			error instanceof Error ? error.message : String(error),
			'"npm run demo -- --help" lists the options.',
		);
	}
}
