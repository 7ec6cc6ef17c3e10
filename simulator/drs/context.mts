import type { Clock } from '../clock.mts';
import type { Random } from '../random.mts';
import { DEFAULT_FORMS, type Forms } from './forms.mts';
import { advance } from './lifeCycle.mts';
import { OutcomeBook } from './outcomes.mts';
import { TaskStore } from './store.mts';

/** How long the steps of a task take, in simulated ms. */
export interface Durations {
	creating: number;
	precheck: number;
	starting: number;
	fullTransfer: number;
	/** From the end of the full transfer until changes are replicated. */
	catchingUp: number;
	/** From the beginning of the replication until one that is bound to fail does. */
	untilIncrementalFails: number;
	switching: number;
	stopping: number;
	comparison: number;
}

/** Minutes in the real service; short enough to watch here. */
export const DEFAULT_DURATIONS: Durations = {
	creating: 10_000,
	precheck: 20_000,
	starting: 10_000,
	fullTransfer: 120_000,
	catchingUp: 5_000,
	untilIncrementalFails: 30_000,
	switching: 5_000,
	stopping: 10_000,
	comparison: 15_000,
};

/** Where a managed instance or a subnet is, as far as details show it. */
export interface Place {
	name: string;
	vpc_id: string;
	subnet_id?: string;
	region?: string;
	/** Memory in GiB. */
	mem?: string;
}

/** What exists around the tasks, by ID. */
export interface Known {
	has(id: string): boolean;
	get?(id: string): Place | undefined;
}

/** Everything that the operations share. */
export interface DrsContext {
	clock: Clock;
	random: Random;
	tasks: TaskStore;
	outcomes: OutcomeBook;
	pageSize: number;
	/** Whether a name that is taken refuses a creation. */
	uniqueNames: boolean;
	durations: Durations;
	forms: Forms;
	knownInstances?: Known;
	knownSubnets?: Known;
}

/** @returns a DRS without tasks. */
export function createDrsContext(
	options: Pick<DrsContext, 'clock' | 'random' | 'knownInstances' | 'knownSubnets'> & {
		pageSize?: number;
		uniqueNames?: boolean;
		durations?: Partial<Durations>;
		forms?: Partial<Forms>;
	},
): DrsContext {
	const { clock, random, knownInstances, knownSubnets } = options;
	const tasks = new TaskStore(random);
	const settle = () => tasks.all().forEach((task) => advance(task, context));
	const context: DrsContext = {
		clock,
		random,
		knownInstances,
		knownSubnets,
		tasks,
		outcomes: new OutcomeBook(clock, settle),
		pageSize: options.pageSize ?? 5,
		uniqueNames: options.uniqueNames ?? true,
		durations: { ...DEFAULT_DURATIONS, ...options.durations },
		forms: { ...DEFAULT_FORMS, ...options.forms },
	};
	return context;
}
