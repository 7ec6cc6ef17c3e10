import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { forgetSessions } from '../../credentials/iam/sessionStore.ts';
import type { FaultKind } from '../../simulator/faults/injector.mts';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

/** The faults that a network and a busy service bring; refusals for good are no faults. */
export const KINDS: readonly FaultKind[] = [
	'dropBefore',
	'dropAfter',
	'tooManyRequests',
	'serverError',
	'tooFrequent',
	'busy',
	'truncated',
	'html',
	'deadToken',
	'missingResult',
	'duplicateResult',
];

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
}

/** Every kind by itself at 20 %, and all of them at once, 10 % in all. */
export const CASES: readonly Case[] = [
	{ name: 'none', faults: [], rate: 0 },
	...KINDS.map((kind) => ({ name: kind, faults: [kind], rate: 0.2 })),
	{ name: 'all at once', faults: KINDS, rate: 0.1 / KINDS.length },
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
export const isRefused = ({ skew = 0, signed = false }: Case): boolean =>
	signed && Math.abs(skew) > 15 * MINUTE;

/** What the simulator's own record says about what the node claims. */
export interface Figures {
	case: string;
	items: number;
	succeeded: number;
	/** Items that failed with an explanation. */
	failed: number;
	/** Names that exist more than once. */
	duplicates: number;
	/** Items that came out neither with a task nor with an explanation, or out of place. */
	lost: number;
	/** Items that came out with the task of another. */
	wrong: number;
	/** Tasks that exist although their item says that there is none. */
	orphans: number;
	/** Tasks that were started more than once. */
	startedTwice: number;
	calls: number;
	logins: number;
	/** What the first failed item says. */
	firstFailure?: string;
}

const OPTIONS = { maxRetryWait: 0, maxAttempts: 10, concurrency: 4 };

const RUN: INodeParameters = {
	...CREATE,
	resource: 'migration',
	operation: 'run',
	sourceAuthentication: 'credential',
	targetAuthentication: 'credential',
	sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
	targetDatabase: { ip: '10.0.1.5', dbPort: 3306 },
	waitFor: 'replicating',
	options: OPTIONS,
};

const { id: accessKeyId, secret: secretAccessKey } = accounts.accessKey;
const SIGNED = { authentication: 'accessKey', accessKeyId, secretAccessKey };

const textOf = ({ message, description }: IDataObject): string =>
	[message, description].filter((part) => part !== undefined).join(' ');

const repeated = (values: readonly string[]): number => values.length - new Set(values).size;

/** The tasks that each call started; an answer that names a task twice is one start. */
function startsIn(simulator: Simulator): string[] {
	return simulator.journal.of('startTasks').flatMap(({ responseBody }) => {
		const { results = [] } = (responseBody ?? {}) as { results?: IDataObject[] };
		const started = results.filter(({ status }) => status === 'success');
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
	{ name, faults, rate, skew = 0, signed = false }: Case,
	count: number,
	seed: number,
): Promise<Figures> {
	forgetSessions();
	const simulator = await startSimulator({
		seed,
		clock: { now: () => Date.now() + skew },
		...(work === 'run' ? { speed: 1_000 } : {}),
	});
	try {
		for (const kind of faults) simulator.faults.add({ service: 'drs', kind, rate });
		const names = Array.from({ length: count }, (_, index) => `shop-${index}`);
		const parameters =
			work === 'run' ? RUN : { ...CREATE, options: { ...OPTIONS, batchSize: 100 } };
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
		return {
			case: name,
			items: count,
			succeeded: succeeded.length,
			failed: failed.length,
			duplicates: repeated(tasks.map((task) => task.name)),
			lost: count - failed.length - succeeded.length + Math.abs(output.length - count),
			wrong: succeeded.filter(({ item, json }) => json.id !== byName.get(item)).length,
			orphans: failed.filter(
				({ item, json }) => byName.has(item) && (json.error as IDataObject).job_id === undefined,
			).length,
			startedTwice: repeated(startsIn(simulator)),
			calls: simulator.journal.entries.filter(({ service }) => service === 'drs').length,
			logins: simulator.journal.count('createToken'),
			...(failed.length > 0 && { firstFailure: textOf(failed[0].json.error as IDataObject) }),
		};
	} finally {
		await simulator.close();
	}
}

/** @returns the figures as a Markdown table. */
export function toTable(rows: readonly Figures[]): string {
	const columns = (Object.keys(rows[0]) as Array<keyof Figures>).filter(
		(column) => column !== 'firstFailure',
	);
	const line = (cells: readonly unknown[]): string => `| ${cells.map(String).join(' | ')} |`;
	return [
		line(columns),
		line(columns.map(() => '---')),
		...rows.map((row) => line(columns.map((column) => row[column]))),
	].join('\n');
}
