import type * as Batch from '../../nodes/shared/batch/matchResults.ts';
import type * as Client from '../../nodes/shared/client/client.ts';
import type * as Results from '../../nodes/shared/n8n/results.ts';
import type * as Store from '../../credentials/iam/sessionStore.ts';
import type { ApiRequest, CallResult } from '../../nodes/shared/http/types.ts';
import type { FaultKind } from '../../simulator/faults/injector.mts';
import { allowedLogins, runCase, ZEROS } from './campaign.mts';
import type * as Campaign from './campaign.mts';

/** A deliberately broken build, and the figure of the campaign that gives it away. */
interface BrokenBuild {
	name: string;
	module: string;
	/** Puts the mistake into what the module exports. */
	mistake(actual: unknown): object;
	work: 'create' | 'run';
	fault?: FaultKind;
	/** What must be above zero, or above what is allowed for `failed` and `logins`. */
	figure: keyof typeof ZEROS | 'failed' | 'logins';
}

const CLIENT = '../../nodes/shared/client/client.ts';
const MATCH = '../../nodes/shared/batch/matchResults.ts';
const RESULTS = '../../nodes/shared/n8n/results.ts';
const SESSIONS = '../../credentials/iam/sessionStore.ts';

type Call = (request: ApiRequest) => Promise<CallResult>;

const givingUp = (actual: unknown) => {
	const { createApiClient, ...rest } = actual as typeof Client;
	return {
		...rest,
		createApiClient: (...[context, credential]: Parameters<typeof createApiClient>) =>
			createApiClient(context, credential, { maxAttempts: 1, maxWaitSeconds: 0 }),
	};
};

/** A client whose calls go through a mistake. */
const withCall = (mistake: (call: Call) => Call) => (actual: unknown) => {
	const { createApiClient, ...rest } = actual as typeof Client;
	return {
		...rest,
		createApiClient: (...args: Parameters<typeof createApiClient>) => {
			const client = createApiClient(...args);
			return { ...client, call: mistake(client.call) };
		},
	};
};

const repeated = withCall(
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

const BUILDS: readonly BrokenBuild[] = [
	{
		name: 'creations are repeated without a look',
		module: CLIENT,
		mistake: repeated,
		work: 'create',
		fault: 'dropAfter',
		figure: 'duplicates',
	},
	{
		name: 'starts are repeated without a look',
		module: CLIENT,
		mistake: repeated,
		work: 'run',
		fault: 'dropAfter',
		figure: 'startedTwice',
	},
	{
		name: 'a lost answer is taken for a refusal',
		module: CLIENT,
		mistake: takenForRefused,
		work: 'create',
		fault: 'dropAfter',
		figure: 'orphans',
	},
	{
		name: 'the first fault is final',
		module: CLIENT,
		mistake: givingUp,
		work: 'create',
		fault: 'tooManyRequests',
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
		figure: 'wrong',
	},
	{
		name: 'failed items do not come out',
		module: RESULTS,
		mistake: withOutput((output) => output.filter((item) => !isFailed(item))),
		work: 'create',
		fault: 'forbidden',
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
		fault: 'forbidden',
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
		fault: 'deadToken',
		figure: 'logins',
	},
];

const figuresOf = async (
	{ runCase }: Pick<typeof Campaign, 'runCase'>,
	{ name, work, fault }: Pick<BrokenBuild, 'name' | 'work' | 'fault'>,
) =>
	await runCase(
		work,
		{ name, faults: fault ? [fault] : [], rate: 0.4 },
		work === 'create' ? 400 : 60,
		7,
	);

describe('the campaign notices that', () => {
	afterEach(() => {
		jest.resetModules();
	});

	it.each(BUILDS.map((build) => [build.name, build] as const))('%s', async (_name, build) => {
		const { module, mistake, figure } = build;
		jest.resetModules();
		jest.doMock(module, () => mistake(jest.requireActual(module)));
		try {
			const campaign = jest.requireActual<typeof Campaign>('./campaign.mts');
			const figures = await figuresOf(campaign, build);
			const { allowedFailures } = figures;
			const allowed = { failed: allowedFailures, logins: campaign.allowedLogins(figures) };
			expect(figures[figure]).toBeGreaterThan({ ...ZEROS, ...allowed }[figure]);
		} finally {
			jest.dontMock(module);
		}
	});
});

describe('without these mistakes', () => {
	const cases = new Map(BUILDS.map(({ work, fault }) => [`${work} ${fault}`, { work, fault }]));

	it.each([...cases])('%s shows zeros', async (name, one) => {
		const figures = await figuresOf({ runCase }, { name, ...one });
		expect(figures).toMatchObject(ZEROS);
		expect(figures.failed).toBeLessThanOrEqual(figures.allowedFailures);
		expect(figures.unclear).toBeLessThanOrEqual(figures.allowedUnclear);
		expect(figures.logins).toBeLessThanOrEqual(allowedLogins(figures));
	});
});
