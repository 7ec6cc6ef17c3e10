import { accounts } from './accounts.mts';
import { REAL_CLOCK, type Clock } from './clock.mts';
import { allInstances } from './data/instances.mts';
import { subnets } from './data/network.mts';
import {
	createDrsContext,
	DEFAULT_DURATIONS,
	type Durations,
	type Forms,
	type OutcomeBook,
	type TaskStore,
} from './drs/index.mts';
import { FaultInjector } from './faults/injector.mts';
import type { CatalogState } from './iam/catalog.mts';
import { Login } from './iam/login.mts';
import { TokenStore } from './iam/tokens.mts';
import { Journal } from './journal/journal.mts';
import { createRandom } from './random.mts';
import { listen } from './server.mts';

/** How the simulated cloud behaves. */
export interface SimulatorOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** For everything that happens by chance; the same seed gives the same behaviour. */
	seed?: number;
	/** Tasks that a query answers when it does not ask for a page; the service's own default is 5. */
	pageSize?: number;
	/**
	 * Whether a name that is taken refuses a creation, as the service does: the default. Without it, only the client keeps
	 * a task from being created twice, which shows whether it does.
	 */
	uniqueNames?: boolean;
	clock?: Clock;
	/** How many times faster than usual tasks go through their life. Everything else goes by the clock. */
	speed?: number;
	/** How answers are written where the documents leave a choice. */
	forms?: Partial<Forms>;
	/** Whether unknown parameters of a query are refused; services ignore them. */
	strict?: boolean;
	/** A broken catalog has no endpoints, for tests of clients that use one. */
	catalog?: CatalogState;
	/** Characters of a token; real ones have up to 100,000. */
	tokenLength?: number;
	/** A day by default, as the service has it. */
	tokenLifetimeSeconds?: number;
	/** Gets a line for every request. */
	log?: (line: string) => void;
}

/** A running simulator. */
export interface Simulator {
	url: string;
	port: number;
	journal: Journal;
	faults: FaultInjector;
	/** What happens to which tasks, by script. */
	outcomes: OutcomeBook;
	tasks: TaskStore;
	tokens: TokenStore;
	accounts: typeof accounts;
	clock: Clock;
	close(): Promise<void>;
}

const DAY_SECONDS = 24 * 60 * 60;

const fasterBy = (speed: number): Partial<Durations> =>
	Object.fromEntries(Object.entries(DEFAULT_DURATIONS).map(([step, time]) => [step, time / speed]));

/**
 * Starts the simulator of Open Telekom Cloud on 127.0.0.1.
 *
 * @throws Error if the port is taken
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { seed = 1, speed = 1, tokenLifetimeSeconds = DAY_SECONDS } = options;
	const clock = options.clock ?? REAL_CLOCK;
	const tokens = new TokenStore(clock, tokenLifetimeSeconds, options.tokenLength);
	const journal = new Journal();
	const faults = new FaultInjector(createRandom(seed + 1), clock);
	const drs = createDrsContext({
		clock,
		random: createRandom(seed),
		pageSize: options.pageSize,
		uniqueNames: options.uniqueNames,
		durations: fasterBy(speed),
		forms: options.forms,
		knownInstances: new Map(allInstances.map((instance) => [instance.id, instance])),
		knownSubnets: new Map(subnets.map((subnet) => [subnet.id, subnet])),
	});
	const cloud = {
		clock,
		tokens,
		login: new Login(clock, tokens),
		drs,
		strict: options.strict ?? false,
		catalog: options.catalog ?? ('complete' as const),
	};
	const server = await listen({
		cloud,
		journal,
		faults,
		port: options.port ?? 0,
		log: options.log,
	});
	const { tasks, outcomes } = drs;
	return { ...server, journal, faults, outcomes, tasks, tokens, accounts, clock };
}
