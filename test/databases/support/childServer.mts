import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopChild } from '../../../demo/lib/children.mts';
import { type Connection, type DatabaseServer, type Login, runAll } from './database.mts';
import { removeFolder } from './folder.mts';

/** Longest time for a start, on a machine that has much else to do. */
const PATIENCE = 180_000;

const STOP_MS = 60_000;

/** What a server of the test is made of. */
interface Parts {
	/** What messages call it. */
	name: string;
	folder: string;
	port: number;
	/** Starts the process, with settings on top of those it always has. */
	spawn(settings: Record<string, string>): ChildProcess;
	connect(login: Partial<Login>): Promise<Connection>;
}

async function untilReady(child: ChildProcess, { name, connect }: Parts): Promise<void> {
	const deadline = Date.now() + PATIENCE;
	for (;;) {
		try {
			await (await connect({})).close();
			return;
		} catch (error) {
			if (child.exitCode !== null || Date.now() > deadline) {
				throw new Error(`${name} does not take connections.`, { cause: error });
			}
			await sleep(100);
		}
	}
}

async function start(parts: Parts, settings: Record<string, string>): Promise<ChildProcess> {
	const child = parts.spawn(settings);
	try {
		await untilReady(child, parts);
	} catch (error) {
		await stopChild(child, STOP_MS);
		throw error;
	}
	return child;
}

/** Starts a server whose data is in a folder, and waits until it takes connections. */
export async function startServer(parts: Parts): Promise<DatabaseServer> {
	let child = await start(parts, {});
	return {
		port: parts.port,
		connect: async (login = {}) => await parts.connect(login),
		run: async (statements, database) =>
			await runAll(await parts.connect({ database }), statements),
		restart: async (settings = {}) => {
			await stopChild(child, STOP_MS);
			child = await start(parts, settings);
		},
		close: async () => {
			await stopChild(child, STOP_MS);
			removeFolder(parts.folder);
		},
	};
}
