import { FAULT_KINDS, type FaultKind } from '../../simulator/faults/injector.mts';

/** Refusals for good: what they hit fails, with an explanation. All other faults pass. */
export const REFUSALS: readonly FaultKind[] = ['forbidden', 'unauthorizedPermission'];
const PASSING = FAULT_KINDS.filter((kind) => !REFUSALS.includes(kind));

/** What a campaign does under one kind of fault. */
export interface Case {
	name: string;
	/** The kinds of fault, and the share of DRS calls that each of them hits. */
	faults: readonly FaultKind[];
	rate: number;
	/** By how much the clock of the service is ahead of ours, in ms. */
	skew?: number;
	/** Whether requests are signed with an access key, instead of carrying a token. */
	signed?: boolean;
	/**
	 * Whether the service refuses a name that is taken. It does; but then a creation that is repeated blindly does no harm,
	 * so that most cases leave it to the node alone.
	 */
	uniqueNames?: boolean;
	/** The zone of the times in lists, where it is not the usual one; see the simulator's option `listTimes`. */
	listTimes?: string;
	/** One name in so many belongs to a task of somebody else already; the item asks for an existing task to be returned. */
	strangers?: number;
	/** For how long calls fail, in ms, after so many that passed; the node then pauses between its attempts as it does by default. */
	outage?: { service: 'drs' | 'iam'; forMs: number; skip: number };
	/** The number of n8n processes that run at the same time. They restart after each execution. */
	processes?: number;
	/** After how many calls the process is killed each time; the next one runs the workflow again for all items. */
	kills?: readonly number[];
	/** The code of a result that fails, where it is not the usual one. */
	code?: string;
}

/** All kinds of a list at once hit one call in ten. */
const atOnce = (name: string, faults: readonly FaultKind[], uniqueNames?: boolean): Case => ({
	name,
	faults,
	rate: 0.1 / faults.length,
	uniqueNames,
});

/** Every kind by itself at 20 %, and all of them at once. */
export const CASES: readonly Case[] = [
	{ name: 'none', faults: [], rate: 0 },
	...FAULT_KINDS.map((kind) => ({ name: kind, faults: [kind], rate: 0.2 })),
	...(['resultFailedBefore', 'resultFailedAfter'] as const).map((kind) => ({
		name: `${kind}, DRS.M00004`,
		faults: [kind],
		rate: 0.2,
		code: 'DRS.M00004',
	})),
	{ name: 'dropAfter, listLags', faults: ['dropAfter', 'listLags'], rate: 0.3 },
	atOnce('all that pass, at once', PASSING),
	atOnce('all at once, names unique', FAULT_KINDS, true),
	atOnce('all at once', FAULT_KINDS),
];

/** Names that others hold: without a fault, and where the answer that says so gets lost. */
export const HELD: readonly Case[] = (
	[
		['names that others hold', []],
		['names that others hold, dropAfter', ['dropAfter']],
	] as const
).map(([name, faults]) => ({ name, faults, rate: 0.2, uniqueNames: true, strangers: 40 }));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const DURATIONS = [
	['10 seconds', 10 * SECOND],
	['2 minutes', 2 * MINUTE],
	['30 minutes', 30 * MINUTE],
] as const;

/** What is away, how calls of it end, and after how many calls it begins. */
const AWAY = [
	['DRS answers 503', 'drs', 'outage', 20],
	['DRS cannot be reached', 'drs', 'dropBefore', 20],
	['IAM answers 503', 'iam', 'outage', 0],
	['IAM cannot be reached', 'iam', 'dropBefore', 0],
] as const;

/** Outages by duration. What fails in one is sent again after it. */
export const OUTAGES: readonly Case[] = AWAY.flatMap(([what, service, kind, skip]) =>
	DURATIONS.map(([duration, forMs]) => ({
		name: `${what} for ${duration}`,
		faults: [kind],
		rate: 1,
		uniqueNames: true,
		outage: { service, forMs, skip },
	})),
);

/**
 * Clocks that disagree, while answers get lost, so that it has to be found out which task is the new one. The service
 * takes a signature for 15 minutes.
 */
export const SKEWED: readonly Case[] = [-120, -10, 10, 120].flatMap((minutes) =>
	[false, true].map((signed) => ({
		name: `service ${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}, ${signed ? 'access key' : 'password'}, dropAfter`,
		faults: ['dropAfter'] as const,
		rate: 0.2,
		skew: minutes * MINUTE,
		signed,
	})),
);

/** @returns whether the service refuses the signatures of a case, because the clocks are too far apart. */
export const isRefused = ({ skew = 0, signed = false }: Pick<Case, 'skew' | 'signed'>): boolean =>
	signed && Math.abs(skew) > 15 * MINUTE;

/** The number of executions of each process in a case; it restarts after each. */
export const ROUNDS = 4;

/** Processes that know nothing of each other but the stored session. */
export const PROCESSES: readonly Case[] = ([[], ['deadToken'], ['dropAfter']] as const).map(
	(faults) => ({
		name: ['3 processes', ...faults].join(', '),
		faults,
		rate: 0.2,
		processes: 3,
	}),
);

/** Kills in the middle of an execution. */
export const KILLS: readonly Case[] = ([[], ['dropAfter']] as const).map((faults) => ({
	name: ['killed 5 times', ...faults].join(', '),
	faults,
	rate: 0.2,
	uniqueNames: true,
	kills: [8, 15, 25, 38, 6],
}));
