import type { IDataObject } from 'n8n-workflow';
import type { FaultKind } from '../../simulator/faults/injector.mts';
import type { Simulator } from '../../simulator/index.mts';
import { isRefused, REFUSALS, ROUNDS, type Case } from './cases.mts';
import type { CampaignRecord } from './claims.mts';
import type { Executions } from './executions.mts';

/** What is done under faults: creations, or whole runs up to replication. */
export type Work = 'create' | 'run';

/** What the simulator's own record says about what the node claims. */
export interface Figures {
	case: string;
	items: number;
	/** How often the workflow ran for these items. */
	executions: number;
	/** Items that came out of the last execution with their task, and that failed in it. */
	succeeded: number;
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
	/** Tasks of somebody else that were started or changed. */
	foreignStarted: number;
	calls: number;
	/** Calls that a fault hit, and those of them that met a token which had died. */
	faults: number;
	deadTokens: number;
	logins: number;
	/** The most items that may fail by what went wrong, see `failuresBy`; only a refused look-up leaves one unclear. */
	allowedFailures: number;
	allowedUnclear: number;
	/** One login for each process, one more for each token that died, and those that are tried while IAM is away. */
	allowedLogins: number;
	/** A run sits an outage out; what a creation could not do is done by the next execution, and so is what a kill prevents. */
	allowedExecutions: number;
	/** What the first failed item says. */
	firstFailure?: string;
}

/** What has to hold in every case. */
export const ZEROS = {
	unexplained: 0,
	duplicates: 0,
	lost: 0,
	wrong: 0,
	orphans: 0,
	startedTwice: 0,
	foreignStarted: 0,
} satisfies Partial<Figures>;

/** Most items a call, by the node's defaults: creations go by themselves, a run also asks for statuses. */
const ITEMS_A_CALL = { create: 10, run: 100 };

/** Nothing fails by a fault that passes; a refusal fails its call. */
const failuresBy = (fired: (kinds: readonly FaultKind[]) => number, work: Work): number =>
	fired(REFUSALS) * ITEMS_A_CALL[work];

const MINUTE = 60_000;
const ATTEMPTS = 5;

/** While IAM is away, a run tries to log in each minute, and some times more at the beginning. */
const loginsWhileAway = ({ outage }: Case): number =>
	outage?.service === 'iam' ? ATTEMPTS * (outage.forMs / MINUTE + 3) : 0;

function executionsFor(work: Work, { outage, kills, processes }: Case): number {
	if (kills !== undefined) return kills.length + 1;
	if (processes !== undefined) return processes * ROUNDS;
	return outage !== undefined && work === 'create' ? 2 : 1;
}

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
 * @param work what was done
 * @param one the case
 * @param record of the simulator
 * @param executions of the case, and what they claim
 * @returns the figures of a case
 */
export function figuresOf(
	work: Work,
	one: Case,
	{ simulator, names, strangers }: CampaignRecord,
	{ claims, count }: Executions,
): Figures {
	const fired = (kinds: readonly FaultKind[]): number =>
		simulator.faults
			.list()
			.filter(({ kind }) => kinds.includes(kind))
			.reduce((sum, rule) => sum + rule.fired, 0);
	const sum = (of: (claim: Executions['claims'][number]) => number): number =>
		claims.reduce((total, claim) => total + of(claim), 0);
	const { succeeded, failed } = claims[claims.length - 1];
	return {
		case: one.name,
		items: names.length,
		executions: count,
		succeeded,
		failed,
		unexplained: sum(({ unexplained }) => unexplained),
		duplicates: repeated(simulator.tasks.all().map((task) => task.name)),
		lost: sum(({ lost }) => lost),
		wrong: sum(({ wrong }) => wrong),
		unclear: sum(({ unclear }) => unclear),
		orphans: sum(({ orphans }) => orphans),
		startedTwice: repeated(startsIn(simulator)),
		foreignStarted: strangers.touched(),
		calls: simulator.journal.entries.filter(({ service }) => service === 'drs').length,
		faults: fired(one.faults),
		deadTokens: fired(['deadToken']),
		logins: simulator.journal.count('createToken'),
		allowedFailures: isRefused(one) ? names.length : failuresBy(fired, work) + strangers.ids.size,
		allowedUnclear: fired([...REFUSALS, ...(one.outage ? one.faults : [])]),
		allowedLogins: (one.processes ?? 1) + fired(['deadToken']) + loginsWhileAway(one),
		allowedExecutions: executionsFor(work, one),
		firstFailure: claims.find((claim) => claim.firstFailure !== undefined)?.firstFailure,
	};
}

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
