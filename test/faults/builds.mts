import type * as Batch from '../../nodes/shared/batch/matchResults.ts';
import type * as Client from '../../nodes/shared/client/client.ts';
import type * as Results from '../../nodes/shared/n8n/results.ts';
import type * as Classify from '../../nodes/shared/http/classify.ts';
import type * as Store from '../../credentials/iam/sessionStore.ts';
import type { ApiRequest, CallResult } from '../../nodes/shared/http/types.ts';
import type { FaultKind } from '../../simulator/faults/injector.mts';
import { HELD, type Case } from './cases.mts';
import type { Work, ZEROS } from './figures.mts';

/** A deliberately broken build, and the figure of the campaign that gives it away. */
export interface BrokenBuild {
	name: string;
	module: string;
	/** Puts the mistake into what the module exports. */
	mistake(actual: unknown): object;
	work: Work;
	under: Case;
	/** What must be above zero, or above what is allowed for `failed`, `logins` and `executions`. */
	figure: keyof typeof ZEROS | 'failed' | 'logins' | 'executions';
}

/** @returns a case in which a kind of fault hits two calls of five */
export const often = (kind: FaultKind, code?: string): Case => ({
	name: [kind, code].filter(Boolean).join(', '),
	faults: [kind],
	rate: 0.4,
	code,
});

const TAKEN: Case = { ...HELD[0], strangers: 50 };

const NO_FAULT: Case = { name: 'no fault', faults: [], rate: 0 };

export const CLIENT = '../../nodes/shared/client/client.ts';
export const CLASSIFY = '../../nodes/shared/http/classify.ts';
const DIFFERENCES = '../../nodes/shared/drs/differences.ts';
const MATCH = '../../nodes/shared/batch/matchResults.ts';
const RESULTS = '../../nodes/shared/n8n/results.ts';
const SESSIONS = '../../credentials/iam/sessionStore.ts';

type Call = (request: ApiRequest) => Promise<CallResult>;

/** A build whose client has a mistake. */
export const withClient =
	(mistake: (client: Client.ApiClient) => Client.ApiClient) => (actual: unknown) => {
		const { createApiClient, ...rest } = actual as typeof Client;
		return {
			...rest,
			createApiClient: (...args: Parameters<typeof createApiClient>) =>
				mistake(createApiClient(...args)),
		};
	};

const givingUp = (actual: unknown) => {
	const { createApiClient, ...rest } = actual as typeof Client;
	return {
		...rest,
		createApiClient: (...[context, credential]: Parameters<typeof createApiClient>) =>
			createApiClient(context, credential, { maxAttempts: 1, maxWaitSeconds: 0 }),
	};
};

/** A build whose calls go through a mistake. */
const withCall = (mistake: (call: Call) => Call) =>
	withClient((client) => ({ ...client, call: mistake(client.call) }));

/** Every call counts as one that may be repeated. */
export const repeated = withCall(
	(call) => async (request) => await call({ ...request, idempotent: true }),
);
const takenForRefused = withCall((call) => async (request) => {
	const result = await call(request);
	return result.ok ? result : { ...result, executed: 'no' };
});

type Output = ReturnType<typeof Results.toOutput>;

/** A node whose output goes through a mistake. */
const withOutput = (mistake: (output: Output) => Output) => (actual: unknown) => {
	const { toOutput, toOutputOf, ...rest } = actual as typeof Results;
	return {
		...rest,
		toOutput: (...args: Parameters<typeof toOutput>) => mistake(toOutput(...args)),
		toOutputOf: (...args: Parameters<typeof toOutputOf>) => mistake(toOutputOf(...args)),
	};
};

const isFailed = ({ json }: Output[number]): boolean => json.error !== undefined;

/** A build that takes every task for its own that has the wanted name. */
const trusting = (actual: unknown) => ({ ...(actual as object), strangerFailure: () => undefined });

/** The mistakes. */
export const BUILDS: readonly BrokenBuild[] = [
	{
		name: 'creations are repeated without a look',
		module: CLIENT,
		mistake: repeated,
		work: 'create',
		under: often('dropAfter'),
		figure: 'duplicates',
	},
	{
		name: 'starts are repeated without a look',
		module: CLIENT,
		mistake: repeated,
		work: 'run',
		under: often('dropAfter'),
		figure: 'startedTwice',
	},
	{
		name: 'a lost answer is taken for a refusal',
		module: CLIENT,
		mistake: takenForRefused,
		work: 'create',
		under: often('dropAfter'),
		figure: 'orphans',
	},
	{
		name: 'the first fault is final',
		module: CLIENT,
		mistake: givingUp,
		work: 'create',
		under: often('tooManyRequests'),
		figure: 'failed',
	},
	{
		name: 'answers are matched by position',
		module: MATCH,
		mistake: (actual) => ({
			...(actual as typeof Batch),
			matchResults: (keys: readonly string[], results: readonly unknown[]) =>
				new Map(
					keys.map((key, index) => [
						key,
						results[index] === undefined
							? { kind: 'missing' }
							: { kind: 'found', result: results[index] },
					]),
				),
		}),
		work: 'create',
		under: NO_FAULT,
		figure: 'wrong',
	},
	{
		name: 'failed items do not come out',
		module: RESULTS,
		mistake: withOutput((output) => output.filter((item) => !isFailed(item))),
		work: 'create',
		under: often('forbidden'),
		figure: 'lost',
	},
	{
		name: 'failures do not say what to do',
		module: RESULTS,
		mistake: withOutput((output) =>
			output.map((item) =>
				isFailed(item) ? { ...item, json: { error: { message: 'Request failed' } } } : item,
			),
		),
		work: 'create',
		under: often('forbidden'),
		figure: 'unexplained',
	},
	{
		name: 'every call without a session logs in by itself',
		module: SESSIONS,
		mistake: (actual) => ({
			...(actual as typeof Store),
			obtainSession: async (_fingerprint: string, login: () => Promise<unknown>) => await login(),
		}),
		work: 'create',
		under: often('deadToken'),
		figure: 'logins',
	},
	{
		name: 'a task of which the service says that it is abnormal fails permanently',
		module: CLASSIFY,
		mistake: (actual) => ({ ...(actual as typeof Classify), UNCLEAR_CODES: new Set() }),
		work: 'create',
		under: often('resultFailedBefore', 'DRS.M00004'),
		figure: 'failed',
	},
	{
		name: 'a task of which the service says that it is abnormal is created again without a look',
		module: CLASSIFY,
		mistake: (actual) => {
			const { BUSY_CODES, UNCLEAR_CODES, ...rest } = actual as typeof Classify;
			return { ...rest, UNCLEAR_CODES, BUSY_CODES: new Set([...BUSY_CODES, ...UNCLEAR_CODES]) };
		},
		work: 'create',
		under: often('resultFailedAfter', 'DRS.M01501'),
		figure: 'duplicates',
	},
	{
		name: 'the task of another migration is started because of its name',
		module: DIFFERENCES,
		mistake: trusting,
		work: 'run',
		under: TAKEN,
		figure: 'foreignStarted',
	},
	{
		name: 'the task of another migration is returned because of its name',
		module: DIFFERENCES,
		mistake: trusting,
		work: 'create',
		under: TAKEN,
		figure: 'wrong',
	},
];
