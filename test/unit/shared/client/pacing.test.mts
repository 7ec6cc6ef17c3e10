import type { INodeParameters } from 'n8n-workflow';
import type { Attempt } from '../../../../nodes/shared/client/attempts.ts';
import { startPacing } from '../../../../nodes/shared/client/pacing.ts';
import type { Exchange } from '../../../../nodes/shared/http/types.ts';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { createRandom } from '../../../../simulator/random.mts';
import { pass } from '../../../support/clock.mts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../../../support/fakeContext.mts';

/** The service answers after two turns of the event loop; pauses are measured by that. */
const TURN_MS = 25;

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** A pause in which other calls go on. */
async function sleepInTurns(milliseconds: number): Promise<void> {
	for (let left = milliseconds; left > 0; left -= TURN_MS) await turn();
	pass(milliseconds);
}

const TOO_MANY: FakeAnswer = { statusCode: 429, body: { error_msg: 'too many' } };
const RESULTS_TOO_FREQUENT = (ids: string[]): FakeAnswer => ({
	statusCode: 400,
	body: { results: ids.map((id) => ({ id, status: 'failed', error_code: 'DRS.M01503' })) },
});

const idsIn = ({ body }: SentRequest): string[] =>
	(body!.jobs as Array<string | { job_id: string }>).map((job) =>
		typeof job === 'string' ? job : job.job_id,
	);

const served = (request: SentRequest): FakeAnswer => ({
	statusCode: 200,
	body: { results: idsIn(request).map((id) => ({ id, status: 'CONFIGURATION' })) },
});

beforeEach(() => {
	jest.spyOn(Math, 'random').mockImplementation(createRandom(7));
});

afterEach(() => {
	jest.restoreAllMocks();
});

it('sends no change that still waits for its turn when the execution is stopped', async () => {
	const fake = fakeContext({
		parameters: {
			resource: 'task',
			operation: 'pause',
			jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options: { batchSize: 1, concurrency: 20 },
		},
		items: Array.from({ length: 200 }, (_, index) => ({ id: `task-${index}` })),
		continueOnFail: true,
		answer: async () => {
			if (fake.sent.length === 30) fake.stop();
			await turn();
			return TOO_MANY;
		},
	});
	await router(fake.context);
	expect(fake.sent.length).toBeLessThanOrEqual(31);
});

/**
 * Runs an operation for many tasks.
 *
 * @param answer what the service answers while it works on so many calls, this one included; it does not work on those
 * that it refuses
 * @returns how many calls were sent, how many it had at the same time, and how many tasks have an answer
 */
async function run(
	operation: string,
	tasks: number,
	answer: (underWay: number, request: SentRequest) => FakeAnswer,
	options: INodeParameters = {},
) {
	let underWay = 0;
	const seen: number[] = [];
	const fake = fakeContext({
		parameters: {
			resource: 'task',
			operation,
			jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options: { batchSize: 1, ...options },
		},
		items: Array.from({ length: tasks }, (_, index) => ({ id: `task-${index}` })),
		continueOnFail: true,
		answer: async (request) => {
			seen.push(++underWay);
			const given = answer(underWay, request);
			const isServed = !(given instanceof Error) && given.statusCode < 300;
			if (!isServed) underWay--;
			await turn();
			await turn();
			if (isServed) underWay--;
			return given;
		},
	});
	const [output] = await router(fake.context, {
		now: () => Date.now(),
		random: () => Math.random(),
		sleep: sleepInTurns,
	});
	const failed = output.filter(({ json }) => json.error !== undefined).length;
	return { sent: seen.length, seen, most: Math.max(...seen), answered: tasks - failed };
}

describe('a refusal because the service is too busy', () => {
	const refused = async (): Promise<Attempt> => {
		await turn();
		const exchange: Exchange = { kind: 'response', status: 429, headers: {}, body: {} };
		return { exchange, session: '', verdict: 'notExecuted', isDead: false, isForeseen: false };
	};

	it('counts once for calls that were under way together', async () => {
		const pacing = startPacing(() => false);
		const attempts = await Promise.all([1, 2, 3].map(async () => await pacing.watch(refused)));
		expect(attempts.map((attempt) => attempt?.isOutpaced)).toEqual([false, true, true]);
	});

	it('counts each time for calls that go one after the other', async () => {
		const pacing = startPacing(() => false);
		for (let call = 0; call < 10; call++) {
			expect((await pacing.watch(refused))?.isOutpaced).toBe(false);
		}
	});
});

describe('queries', () => {
	it('begin with 50 calls at the same time, and become more while the service answers', async () => {
		const { seen, most, answered } = await run('getStatus', 300, (_, request) => served(request));
		expect(seen.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
		expect(most).toBe(100);
		expect(answered).toBe(300);
	});

	it.each([1, 3, 20])('are never more at the same time than the option says: %d', async (bound) => {
		const { most } = await run('getStatus', 100, (_, request) => served(request), {
			concurrency: bound,
		});
		expect(most).toBe(bound);
	});

	it.each([
		['429', (): FakeAnswer => TOO_MANY],
		['DRS.M01503', (request: SentRequest): FakeAnswer => RESULTS_TOO_FREQUENT(idsIn(request))],
	] as const)(
		'under %s become as many as the service takes: 1,000 of 1,000 results, few refusals',
		async (_name, refusal) => {
			const taken = 5;
			const { sent, seen, answered } = await run('getStatus', 1_000, (underWay, request) =>
				underWay > taken ? refusal(request) : served(request),
			);
			expect(answered).toBe(1_000);
			expect(sent).toBeLessThan(1_200);
			expect(Math.max(...seen.slice(500))).toBeLessThanOrEqual(taken + 2);
		},
	);

	it('lose an attempt for one of three each time that all of them are refused together', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		let calls = 0;
		const { answered } = await run(
			'getStatus',
			3,
			(_, request) => (++calls <= 6 ? TOO_MANY : served(request)),
			{ maxAttempts: 2 },
		);
		expect(answered).toBe(2);
	});

	it('are sent once if only one attempt is allowed', async () => {
		const { sent, answered } = await run('getStatus', 30, () => TOO_MANY, { maxAttempts: 1 });
		expect([sent, answered]).toEqual([30, 0]);
	});

	it('where the service takes ten calls a second: 1,000 of 1,000 results', async () => {
		let second = 0;
		let inSecond = 0;
		const { answered, sent } = await run('getStatus', 1_000, (_, request) => {
			pass(20);
			const now = Math.floor(Date.now() / 1_000);
			if (now !== second) [second, inSecond] = [now, 0];
			return ++inSecond > 10 ? TOO_MANY : served(request);
		});
		expect(answered).toBe(1_000);
		expect(sent).toBeLessThan(4_000);
	});
});

describe('changes', () => {
	it('stay four at the same time', async () => {
		const { most, answered } = await run('stop', 100, (_, request) => ({
			statusCode: 202,
			body: { results: idsIn(request).map((id) => ({ id, status: 'success' })) },
		}));
		expect([most, answered]).toEqual([4, 100]);
	});
});
