import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killChild, startChild, stopChild } from './children.mts';
import { tail } from './command.mts';
import { DemoProblem } from './problem.mts';

/** A running n8n. */
export interface N8nProcess {
	/** Id of the process that n8n itself runs in. */
	pid: number;
	/** Ends n8n and what it started. */
	close(): Promise<void>;
	/** Kills n8n in the middle of what it does. */
	kill(): Promise<void>;
}

/** What `startN8n` needs. */
export interface N8nStart {
	/** Path of the Node.js binary. */
	node: string;
	/** Folder of the n8n package. */
	n8n: string;
	environment: Record<string, string>;
	/** Origin under which n8n will answer. */
	url: string;
	/** File that takes n8n's own output. */
	logFile: string;
	/** Folder in which n8n runs. */
	folder: string;
	/** What n8n is told to do; default: `start`. The others are for queue mode: `webhook`, `worker`. */
	command?: readonly string[];
	/** Longest time until n8n answers, in milliseconds. */
	patience?: number;
}

async function isReady(url: string): Promise<boolean> {
	try {
		const response = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(2000) });
		return response.ok;
	} catch {
		return false;
	}
}

/**
 * Starts n8n as a process of its own and waits until it answers.
 * @throws DemoProblem with the last lines of its log when it ends or does not answer in time
 */
export async function startN8n(start: N8nStart): Promise<N8nProcess> {
	const log = openSync(start.logFile, 'w');
	const child = startChild(
		start.node,
		[join(start.n8n, 'bin', 'n8n'), ...(start.command ?? ['start'])],
		{
			cwd: start.folder,
			env: start.environment,
			stdio: ['ignore', log, log],
		},
	);
	closeSync(log);
	let ended = false;
	for (const event of ['exit', 'error']) {
		child.once(event, () => {
			ended = true;
		});
	}
	const deadline = Date.now() + (start.patience ?? 180_000);
	while (!(await isReady(start.url))) {
		if (ended || Date.now() >= deadline) {
			await stopChild(child);
			throw new DemoProblem(
				`n8n ${ended ? 'ended while it was starting' : 'does not answer'}:\n${tail(readFileSync(start.logFile, 'utf8'))}`,
				`Its whole log is in ${start.logFile}. "npm run demo -- --fresh" starts with an empty n8n.`,
			);
		}
		await sleep(150);
	}
	return {
		pid: child.pid ?? 0,
		close: async () => await stopChild(child),
		kill: async () => await killChild(child),
	};
}
