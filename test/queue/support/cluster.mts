import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putCredential, sampleCredentials } from '../../../demo/lib/credentials.mts';
import { n8nEnvironment } from '../../../demo/lib/environment.mts';
import { N8nApi } from '../../../demo/lib/n8nApi.mts';
import { type N8nProcess, startN8n } from '../../../demo/lib/n8nProcess.mts';
import { installPackage } from '../../../demo/lib/nodePackage.mts';
import { LOGIN, ownerEnvironment } from '../../../demo/lib/owner.mts';
import { findPort } from '../../../demo/lib/ports.mts';
import { type N8nChoice, prepareN8n } from '../../../demo/lib/prepareN8n.mts';
import {
	startSimulator,
	type Simulator,
	type SimulatorOptions,
} from '../../../simulator/index.mts';
import { startPostgres } from './postgres.mts';
import { startRedis } from './redis.mts';

/** How many executions a worker runs at a time. */
export const CONCURRENCY = 5;

/** A killed worker is noticed after this time; n8n's own values are 60, 10 and 30 s. */
const LOCKS = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '4000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * `otel` besides what the demo leaves out: after a restart, n8n 2.41 resumes waiting executions before that module is
 * ready, and ends them with "OTel settings not yet initialized".
 */
const N8N_DISABLED_MODULES = 'mcp-registry,otel';

/** A process of n8n in queue mode, which can be ended and started again. */
export interface Member {
	name: string;
	url: string;
	readonly pid: number;
	start(): Promise<void>;
	/** Asks it to end, as a deployment does. */
	stop(): Promise<void>;
	/** Kills it in the middle of what it does. */
	kill(): Promise<void>;
	/** What it has logged in all its lives. */
	log(): string;
}

/** n8n in queue mode: PostgreSQL, Redis, main, webhook process and workers, all on loopback; and the simulator. */
export interface Cluster {
	simulator: Simulator;
	api: N8nApi;
	main: Member;
	/** Takes webhooks. */
	webhook: Member;
	workers: Member[];
	members: Member[];
	close(): Promise<void>;
}

/** How a cluster differs from the usual one. */
export interface ClusterOptions {
	/** Further environment variables of all processes of n8n. */
	environment?: Record<string, string>;
	/** Further ones of the workers. */
	workerEnvironment?: Record<string, string>;
	/** Main takes webhooks; there is no process for them. */
	mainTakesWebhooks?: boolean;
	/** Another n8n than the demo's. */
	n8n?: N8nChoice;
}

interface Role {
	command: readonly string[];
	environment?: Record<string, string>;
	/** The variable that takes the port at which the process says that it is ready. */
	portVariable: string;
}

const MAIN: Role = {
	command: ['start'],
	environment: ownerEnvironment(LOGIN),
	portVariable: 'N8N_PORT',
};
const MAIN_WITHOUT_WEBHOOKS: Role = {
	...MAIN,
	environment: { ...MAIN.environment, N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' },
};
const WEBHOOK: Role = { command: ['webhook'], portVariable: 'N8N_PORT' };
const WORKER: Role = {
	command: ['worker', `--concurrency=${CONCURRENCY}`],
	environment: { QUEUE_HEALTH_CHECK_ACTIVE: 'true', N8N_WORKER_SERVER_ADDRESS: '127.0.0.1' },
	portVariable: 'QUEUE_HEALTH_CHECK_PORT',
};

/**
 * Starts everything; each process of n8n has a folder of its own, as on machines of their own.
 *
 * @param root folder of the repository
 * @param options of the simulator
 * @param log takes the progress
 * @param different how it differs from the usual one
 */
export async function startCluster(
	root: string,
	options: SimulatorOptions,
	log: (line: string) => void,
	different: ClusterOptions = {},
): Promise<Cluster> {
	const { environment: further = {}, workerEnvironment, mainTakesWebhooks = false } = different;
	const { runtime, n8n } = await prepareN8n(root, log, different.n8n);
	const home = mkdtempSync(join(tmpdir(), 'otc-drs-queue-'));
	const closers: Array<() => Promise<void>> = [
		async () => rmSync(home, { recursive: true, force: true }),
	];
	const close = async () => {
		for (const closer of closers.splice(0).reverse()) await closer();
	};
	const opened = <T extends { close(): Promise<void> }>(server: T): T => {
		closers.push(async () => await server.close());
		return server;
	};
	try {
		const simulator = opened(await startSimulator({ ...options, port: 0 }));
		const redis = opened(await startRedis());
		const postgres = opened(await startPostgres());
		const shared = {
			...LOCKS,
			N8N_DISABLED_MODULES,
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			...postgres.environment,
			N8N_ENCRYPTION_KEY: 'queue-test-of-this-machine-only-0',
		};

		async function addMember(name: string, role: Role): Promise<Member> {
			const folder = join(home, name);
			mkdirSync(folder);
			installPackage(root, join(folder, '.n8n'), join(n8n, '..'));
			const port = await findPort(0);
			const place = {
				node: runtime.node,
				userFolder: folder,
				port,
				brokerPort: await findPort(0),
			};
			const url = `http://127.0.0.1:${port}`;
			const environment = {
				...n8nEnvironment(place, process.env),
				...shared,
				...further,
				...role.environment,
				[role.portVariable]: String(port),
			};
			const logFiles: string[] = [];
			let running: N8nProcess | undefined;
			const member: Member = {
				name,
				url,
				get pid() {
					return running?.pid ?? 0;
				},
				async start() {
					const logFile = join(folder, `${logFiles.length}.log`);
					logFiles.push(logFile);
					log(`Starting ${name} ...`);
					const { node } = runtime;
					const { command } = role;
					running = await startN8n({ node, n8n, environment, url, logFile, folder, command });
				},
				stop: async () => await running?.close(),
				kill: async () => await running?.kill(),
				log: () => logFiles.map((file) => readFileSync(file, 'utf8')).join('\n'),
			};
			await member.start();
			closers.push(async () => await member.stop());
			return member;
		}

		const main = await addMember('main', mainTakesWebhooks ? MAIN : MAIN_WITHOUT_WEBHOOKS);
		const api = await N8nApi.logIn(main.url, LOGIN);
		for (const body of sampleCredentials(simulator.url, simulator.accounts.operator))
			await putCredential(api, body);
		const webhook = mainTakesWebhooks ? main : await addMember('webhook', WEBHOOK);
		const worker = { ...WORKER, environment: { ...WORKER.environment, ...workerEnvironment } };
		const workers = [await addMember('worker 1', worker), await addMember('worker 2', worker)];
		const members = [...new Set([main, webhook, ...workers])];
		return { simulator, api, main, webhook, workers, members, close };
	} catch (error) {
		await close();
		throw error;
	}
}
