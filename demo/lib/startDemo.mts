import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.mts';
import {
	type CredentialReference,
	createMissing,
	databaseCredentials,
	mailCredential,
	putCredential,
	sampleCredentials,
} from './credentials.mts';
import { Closing } from './closing.mts';
import { n8nEnvironment } from './environment.mts';
import { lockHome } from './homeLock.mts';
import { type Inbox, startInbox } from './inbox/inbox.mts';
import { type Log, withProgress } from './log.mts';
import { N8nApi } from './n8nApi.mts';
import { type N8nProcess, startN8n } from './n8nProcess.mts';
import { installPackage } from './nodePackage.mts';
import { LOGIN, type Login, ownerEnvironment } from './owner.mts';
import { findPort } from './ports.mts';
import { type InstalledN8n, type N8nChoice, prepareN8n } from './prepareN8n.mts';
import { importWorkflows, readWorkflows } from './workflows.mts';

/** The port that n8n usually has. */
const USUAL_PORT = 5678;
/** The port that the demo's simulator has, if it is free. */
const USUAL_SIMULATOR_PORT = 8085;
/** The port that the demo's inbox has, if it is free. */
const USUAL_INBOX_PORT = 8086;

/** How to start the demo. */
export interface DemoOptions {
	/** Folder of the repository. */
	root: string;
	/** Port of n8n: exactly this one; 0 = any free one; default: 5678, or any free one when that is taken. */
	port?: number;
	/** n8n's user folder, log and import record; default: demo/home. Kept from start to start. */
	home?: string;
	/** Whether to empty the home folder first. */
	fresh?: boolean;
	/** Takes the progress; default: silence. */
	log?: Log;
	/** Options of the simulator; its port is 8085 by default, or any free one when that is taken. */
	simulator?: SimulatorOptions;
	/** Port of the inbox: exactly this one; 0 = any free one; default: 8086, or any free one when that is taken. */
	inboxPort?: number;
	/** Whether to import the example workflows; default: yes. */
	workflows?: boolean;
	/** Further environment variables of n8n. */
	environment?: Record<string, string>;
	/** Another n8n than the demo's. */
	n8n?: N8nChoice;
}

/** A running demo: n8n with the package and everything set up, the simulator and the inbox. */
export interface Demo {
	/** Origin of n8n, such as `http://127.0.0.1:5678`. */
	n8nUrl: string;
	simulator: Simulator;
	/** Takes the emails and messages of the example workflows. */
	inbox: Inbox;
	/** How a person logs in to n8n. */
	login: Login;
	/** A session of the owner at n8n's REST interface. */
	api: N8nApi;
	/** The sample credentials by their types. */
	credentials: Record<string, CredentialReference>;
	/** Ids of the example workflows by their file names without extension. */
	workflows: Record<string, string>;
	/** File with n8n's own output. */
	logFile: string;
	/** @returns the id of n8n's process, which is another one after every start. */
	n8nPid(): number;
	/** Kills n8n in the middle of what it does. The simulator keeps running. */
	killN8n(): Promise<void>;
	/** Starts n8n again on the same data and port. */
	restartN8n(): Promise<void>;
	/** Ends n8n, the simulator and the inbox. */
	close(): Promise<void>;
}

async function setUp(
	options: DemoOptions,
	{ simulator, inbox }: Pick<Demo, 'simulator' | 'inbox'>,
	api: N8nApi,
	home: string,
): Promise<Pick<Demo, 'credentials' | 'workflows'>> {
	const credentials: Record<string, CredentialReference> = {};
	for (const body of sampleCredentials(simulator.url, accounts.operator)) {
		credentials[body.type] = await putCredential(api, body);
	}
	await putCredential(api, mailCredential(inbox.smtpPort));
	for (const body of databaseCredentials()) await createMissing(api, body);
	const workflows =
		options.workflows === false
			? {}
			: await importWorkflows(
					api,
					readWorkflows(join(options.root, 'workflows')),
					join(home, 'imported.json'),
					inbox.url,
				);
	return { credentials, workflows };
}

async function startServers(
	options: DemoOptions,
	home: string,
	{ runtime, n8n }: InstalledN8n,
): Promise<Demo> {
	const { log = () => undefined } = options;
	const port = await findPort(options.port, USUAL_PORT);
	const brokerPort = await findPort(0);
	const simulatorPort = await findPort(options.simulator?.port, USUAL_SIMULATOR_PORT);
	const inboxPort = await findPort(options.inboxPort, USUAL_INBOX_PORT);
	const n8nUrl = `http://127.0.0.1:${port}`;
	const logFile = join(home, 'n8n.log');
	const place = { node: runtime.node, userFolder: home, port, brokerPort };
	const environment = {
		...n8nEnvironment(place, process.env),
		...ownerEnvironment(LOGIN),
		...options.environment,
	};
	const closing = new Closing();
	// n8n writes its editor's files there at every start, and linters would read them.
	closing.add(() => rmSync(join(home, '.cache'), { recursive: true, force: true }));
	const close = async () => await closing.close();
	try {
		const simulator = await startSimulator({ ...options.simulator, port: simulatorPort });
		closing.add(async () => await simulator.close());
		const inbox = await startInbox(n8nUrl, inboxPort);
		closing.add(async () => await inbox.close());
		log(`Simulator of Open Telekom Cloud: ${simulator.url}`);
		let server: N8nProcess | undefined;
		closing.add(async () => await server?.close());
		const start = async () =>
			await withProgress(log, `Starting n8n on Node.js ${runtime.version}`, async () =>
				startN8n({ node: runtime.node, n8n, environment, url: n8nUrl, logFile, folder: home }),
			);
		server = await start();
		const n8nPid = () => server?.pid ?? 0;
		const killN8n = async () => await server?.kill();
		const restartN8n = async () => {
			server = await start();
		};
		const api = await N8nApi.logIn(n8nUrl, LOGIN);
		log('Creating credentials and importing workflows ...');
		const made = await setUp(options, { simulator, inbox }, api, home);
		return {
			n8nUrl,
			simulator,
			inbox,
			login: LOGIN,
			api,
			...made,
			logFile,
			n8nPid,
			killN8n,
			restartN8n,
			close,
		};
	} catch (error) {
		await close().catch(() => undefined);
		throw error;
	}
}

/**
 * Brings up everything: installs what is missing (minutes, only the first time), starts simulator and n8n with the
 * built package, logs in, creates the sample credentials and imports the example workflows.
 * @throws DemoProblem when something is missing that the user can provide; nothing is left running then
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
	const { root, log = () => undefined, home = join(root, 'demo', 'home') } = options;
	if (options.port !== undefined) {
		await findPort(options.port);
	}
	let unlock = lockHome(home);
	try {
		const installed = await prepareN8n(root, log, options.n8n);
		if (options.fresh === true) {
			rmSync(home, { recursive: true, force: true });
			unlock = lockHome(home);
		}
		installPackage(root, join(home, '.n8n'), join(installed.n8n, '..'));
		const demo = await startServers(options, home, installed);
		const close = async () => {
			await demo.close().finally(unlock);
		};
		return { ...demo, close };
	} catch (error) {
		unlock();
		throw error;
	}
}
