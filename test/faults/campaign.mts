import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { forgetSessions } from '../support/sessions.mts';
import { FAULT_KINDS, type FaultKind } from '../../simulator/faults/injector.mts';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

/** Refusals for good: what they hit fails, with an explanation. All other faults pass. */
const REFUSALS: readonly FaultKind[] = ['forbidden', 'unauthorizedPermission'];
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
	atOnce('all that pass, at once', PASSING),
	atOnce('all at once, names unique', FAULT_KINDS, true),
	atOnce('all at once', FAULT_KINDS),
];

const MINUTE = 60_000;

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

/** What the simulator's own record says about what the node claims. */
export interface Figures {
	case: string;
	items: number;
	succeeded: number;
	/** Items that failed. */
	failed: number;
	/** Failed items that do not say what happened and what to do. */
	unexplained: number;
	/** Names that exist more than once. */
	duplicates: number;
	/** Items that came out neither with a task nor with an explanation, or out of place. */
	lost: number;
	/** Items that came out with the task of another. */
	wrong: number;
	/** Items that say that it could not be found out whether their task was created. */
	unclear: number;
	/** Tasks that exist although their item neither names them nor says that it is unclear. */
	orphans: number;
	/** Tasks that the service was told to start although they were started. */
	startedTwice: number;
	calls: number;
	/** Calls that a fault hit, and those of them that met a token which had died. */
	faults: number;
	deadTokens: number;
	logins: number;
	/** The most items that may fail by what went wrong, see `failuresBy`; only a refused look-up leaves one unclear. */
	allowedFailures: number;
	allowedUnclear: number;
	/** What the first failed item says. */
	firstFailure?: string;
}

const OPTIONS = { maxRetryWait: 0, maxAttempts: 10, concurrency: 4 };

/** Most items a call, by the node's defaults: creations go by themselves, a run also asks for statuses. */
const ITEMS_A_CALL = { create: 10, run: 100 };

/**
 * Nothing fails by a fault that passes, but for two kinds: a token that dies again right after its renewal fails its call,
 * and a task that is left out twice in a row is taken for unknown. A refusal fails its call.
 */
const failuresBy = (
	fired: (kinds: readonly FaultKind[]) => number,
	work: 'create' | 'run',
): number => {
	const calls = fired(REFUSALS) + Math.floor(fired(['deadToken']) / 2);
	return (
		calls * ITEMS_A_CALL[work] + (work === 'run' ? Math.floor(fired(['missingResult']) / 2) : 0)
	);
};

const RUN: INodeParameters = {
	...CREATE,
	resource: 'migration',
	operation: 'run',
	sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
	targetDatabase: { ip: '10.0.1.5', dbPort: 3306 },
	options: { ...OPTIONS, waitFor: 'replicating' },
};

const { id: accessKeyId, secret: secretAccessKey } = accounts.accessKey;
const SIGNED = { authentication: 'accessKey', accessKeyId, secretAccessKey };

const DELAY_MS = 20;

const textOf = ({ message, description }: IDataObject): string =>
	[message, description].filter((part) => part !== undefined).join(' ');

const isUnclear = ({ json }: { json: IDataObject }): boolean =>
	/unclear whether it was created/.test(String((json.error as IDataObject).message));

const repeated = (values: readonly string[]): number => values.length - new Set(values).size;

const ALREADY_STARTED = 'DRS.M00304';

/** The tasks that each call wanted to start and that were there to be started; an answer that names a task twice is one start. */
function startsIn(simulator: Simulator): string[] {
	return simulator.journal.of('startTasks').flatMap(({ responseBody }) => {
		const { results = [] } = (responseBody ?? {}) as { results?: IDataObject[] };
		const started = results.filter(
			({ status, error_code: code }) => status === 'success' || code === ALREADY_STARTED,
		);
		return [...new Set(started.map(({ id }) => String(id)))];
	});
}

/**
 * Runs one operation for many items under faults, and compares its output with the simulator's record.
 *
 * @param work creations, or whole runs up to replication
 * @param count how many items
 * @param seed of the simulator: the same seed gives the same faults
 */
export async function runCase(
	work: 'create' | 'run',
	{ name, faults, rate, skew = 0, signed = false, uniqueNames = false }: Case,
	count: number,
	seed: number,
): Promise<Figures> {
	forgetSessions();
	const simulator = await startSimulator({
		seed,
		uniqueNames,
		clock: { now: () => Date.now() + skew },
		...(work === 'run' ? { speed: 1_000 } : {}),
	});
	try {
		for (const kind of faults)
			simulator.faults.add({ service: 'drs', kind, rate, delayMs: DELAY_MS });
		const names = Array.from({ length: count }, (_, index) => `shop-${index}`);
		const parameters = work === 'run' ? RUN : { ...CREATE, options: OPTIONS };
		const result = await runNode(
			otcEngine(simulator.url, signed ? SIGNED : {}),
			parameters,
			names.map((item) => ({ name: item })),
			'continueRegularOutput',
		);
		const output = result.items('OTC DRS');
		const tasks = simulator.tasks.all();
		const byName = new Map(tasks.map((task) => [task.name, task.id]));
		const rows = names.map((item, index) => ({ item, json: output[index]?.json ?? {} }));
		const failed = rows.filter(({ json }) => json.error !== undefined);
		const succeeded = rows.filter(({ json }) => json.id !== undefined);
		const fired = (kinds: readonly FaultKind[]): number =>
			simulator.faults
				.list()
				.filter(({ kind }) => kinds.includes(kind))
				.reduce((sum, rule) => sum + rule.fired, 0);
		const explanations = failed.map(({ json }) => json.error as IDataObject);
		return {
			case: name,
			items: count,
			succeeded: succeeded.length,
			failed: failed.length,
			unexplained: explanations.filter(({ message, description }) => !message || !description)
				.length,
			duplicates: repeated(tasks.map((task) => task.name)),
			lost: count - failed.length - succeeded.length + Math.abs(output.length - count),
			wrong: succeeded.filter(({ item, json }) => json.id !== byName.get(item)).length,
			unclear: failed.filter(isUnclear).length,
			orphans: failed.filter(
				(row) =>
					byName.has(row.item) &&
					(row.json.error as IDataObject).job_id === undefined &&
					!isUnclear(row),
			).length,
			startedTwice: repeated(startsIn(simulator)),
			calls: simulator.journal.entries.filter(({ service }) => service === 'drs').length,
			faults: fired(faults),
			deadTokens: fired(['deadToken']),
			allowedFailures: isRefused({ skew, signed }) ? count : failuresBy(fired, work),
			allowedUnclear: fired([...REFUSALS, 'deadToken']),
			logins: simulator.journal.count('createToken'),
			...(failed.length > 0 && { firstFailure: textOf(explanations[0]) }),
		};
	} finally {
		await simulator.close();
	}
}

/** What has to hold in every case. */
export const ZEROS = {
	unexplained: 0,
	duplicates: 0,
	lost: 0,
	wrong: 0,
	orphans: 0,
	startedTwice: 0,
} satisfies Partial<Figures>;

/** @returns the most logins that a case may need: one, and one more for each token that died. */
export const allowedLogins = ({ deadTokens }: Figures): number => 1 + deadTokens;

/** @returns the figures as a Markdown table. */
export function toTable(rows: readonly Figures[]): string {
	const columns = (Object.keys(rows[0]) as Array<keyof Figures>).filter(
		(column) => column !== 'firstFailure' && !column.startsWith('allowed'),
	);
	const line = (cells: readonly unknown[]): string => `| ${cells.map(String).join(' | ')} |`;
	return [
		line(columns),
		line(columns.map(() => '---')),
		...rows.map((row) => line(columns.map((column) => row[column]))),
	].join('\n');
}
