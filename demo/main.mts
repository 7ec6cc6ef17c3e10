import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopAllChildren } from './lib/children.mts';
import { HELP, readCommandLine } from './lib/options.mts';
import { whenParentEnds } from './lib/parent.mts';
import { DemoProblem } from './lib/problem.mts';
import { type Demo, startDemo } from './lib/startDemo.mts';
import { runTour, showHint, showTour } from './lib/tour.mts';

/** What shells expect of a program that a signal cut off. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** A migration replicates after a quarter of a minute; at the usual speed, after three minutes. */
const SPEED = 10;

const root = dirname(dirname(fileURLToPath(import.meta.url)));

let demo: Demo | undefined;
let isUp = false;
let ending = false;

function log(line: string): void {
	if (!ending) {
		console.log(line);
	}
}

async function end(code: number): Promise<void> {
	if (ending) {
		return;
	}
	ending = true;
	await demo?.close();
	await stopAllChildren();
	process.exit(code);
}

function endOnSignals(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			log('\nEnding ...');
			void end(isUp ? 0 : EXIT_CODES[signal]);
		});
	}
}

async function main(): Promise<void> {
	const { port, once, fresh, help } = readCommandLine(process.argv.slice(2));
	if (help) {
		log(HELP);
		return;
	}
	endOnSignals();
	whenParentEnds(() => void end(EXIT_CODES.SIGHUP));
	const simulator = { speed: SPEED };
	demo = await startDemo({ root, fresh, log, simulator, ...(port !== undefined && { port }) });
	showTour(log, await runTour(demo));
	if (once) {
		await end(0);
		return;
	}
	isUp = true;
	showHint(log, demo);
}

main().catch(async (error: unknown) => {
	if (ending) {
		return;
	}
	if (error instanceof DemoProblem) {
		console.error(`\n${error.message}\n\n${error.remedy}`);
	} else {
		console.error(error);
	}
	await end(1);
});
