import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { GOALS } from '../../../nodes/shared/drs/goals.ts';
import type { Entry } from '../../../nodes/OtcDrsWait/items.ts';
import type { WaitSettings } from '../../../nodes/OtcDrsWait/settings.ts';
import { stateOf, type Memory } from '../../../nodes/OtcDrsWait/state.ts';
import { waitDurably, waitInMemory, type Wait } from '../../../nodes/OtcDrsWait/wait.ts';
import { fakeService, type FakeService } from './fakeClient.mts';

const MINUTE = 60_000;

const SETTINGS: WaitSettings = {
	isDurable: true,
	target: GOALS.replicating,
	timeout: Infinity,
	firstInterval: MINUTE,
	longestInterval: 10 * MINUTE,
	releaseTogether: false,
	batchSize: 100,
	concurrency: 1,
	retry: { maxAttempts: 1, maxWaitSeconds: 0 },
};

const REACHED = 'INCRE_TRANSFER_STARTED';
const OPEN = 'FULL_TRANSFER_STARTED';

/** A wait for items that name the given tasks, such as `'a'` or `'a,b'`. */
function waitFor(
	service: FakeService,
	items: Array<string | Partial<INodeExecutionData>>,
	settings: Partial<WaitSettings> = {},
	memory: Memory = {},
): Wait {
	const entries = items.map((given, index): Entry => {
		const item = { json: {}, ...(typeof given === 'string' ? { json: { ids: given } } : given) };
		const ids = String(item.json.ids).split(',');
		return { item, index, ids, state: stateOf(memory, ids, service.now) };
	});
	return { client: service.client, settings: { ...SETTINGS, ...settings }, memory, entries };
}

interface Turn {
	outputs: INodeExecutionData[][];
	parkedUntil?: number;
}

async function turn(wait: Wait): Promise<Turn> {
	let parkedUntil: number | undefined;
	const waited = await waitDurably(wait, async (until) => {
		parkedUntil = until;
	});
	if (!waited.ok) throw new Error(waited.failure.message);
	return { outputs: waited.value, parkedUntil };
}

const ids = (items: INodeExecutionData[]): unknown[] => items.map(({ json }) => json.id);

const errorOf = ({ json }: INodeExecutionData): IDataObject => json.error as IDataObject;

describe('one check of a durable wait', () => {
	it('stores the execution only if nobody leaves', async () => {
		const service = fakeService({ a: REACHED, b: OPEN });
		const memory = {};
		const first = await turn(waitFor(service, ['a', 'b'], {}, memory));
		expect(first.parkedUntil).toBeUndefined();
		expect(ids(first.outputs[1])).toEqual(['a']);
		expect(first.outputs[0]).toEqual([{ json: { ids: 'b' }, pairedItem: { item: 1 } }]);
		const second = await turn(waitFor(service, ['b'], {}, memory));
		expect(second.parkedUntil).toBe(1.5 * MINUTE);
	});

	it('asks for a task that several items name once', async () => {
		const service = fakeService({ a: OPEN, b: OPEN });
		await turn(waitFor(service, ['a', 'a', 'a,b']));
		expect(service.calls).toEqual([['a', 'b']]);
	});

	it('lets each task of an item leave once, and does not ask for it again', async () => {
		const service = fakeService({ a: REACHED, b: OPEN });
		const memory = {};
		expect(ids((await turn(waitFor(service, ['a,b'], {}, memory))).outputs[1])).toEqual(['a']);
		service.tasks.b = REACHED;
		expect(ids((await turn(waitFor(service, ['a,b'], {}, memory))).outputs[1])).toEqual(['b']);
		expect(service.calls[1]).toEqual(['b']);
		expect(memory).toEqual({});
	});

	it('takes a task that comes back as new, also while an item of several tasks still waits', async () => {
		const service = fakeService({ a: REACHED, b: OPEN });
		const memory = {};
		await turn(waitFor(service, ['a,b'], {}, memory));
		service.now = 5 * MINUTE;
		const { outputs } = await turn(waitFor(service, ['a'], {}, memory));
		expect(outputs[1][0].json).toMatchObject({ id: 'a', waited_seconds: 0 });
		service.tasks.b = REACHED;
		expect(ids((await turn(waitFor(service, ['a,b'], {}, memory))).outputs[1])).toEqual(['b']);
	});

	it('keeps waits apart: one that ends does not reset the clock of another', async () => {
		const service = fakeService({ slow: OPEN, quick: REACHED });
		const memory = {};
		const settings = { timeout: 10 * MINUTE };
		await turn(waitFor(service, ['slow'], settings, memory));
		service.now = 9 * MINUTE;
		await turn(waitFor(service, ['quick'], settings, memory));
		const { parkedUntil } = await turn(waitFor(service, ['slow'], settings, memory));
		expect(parkedUntil).toBe(10 * MINUTE);
		service.now = 10 * MINUTE;
		const { outputs } = await turn(waitFor(service, ['slow'], settings, memory));
		expect(outputs[3][0].json).toMatchObject({ id: 'slow', status: OPEN, waited_seconds: 600 });
	});

	it('looks soon after a new task, however long others have waited', async () => {
		const service = fakeService({ old: OPEN, young: OPEN });
		const memory = {};
		for (let count = 0; count < 9; count++) await turn(waitFor(service, ['old'], {}, memory));
		const { parkedUntil } = await turn(waitFor(service, ['old', 'young'], {}, memory));
		expect(parkedUntil).toBe(MINUTE);
	});

	it('keeps the binary data of an item, and drops the error of an earlier wait', async () => {
		const binary = { report: { data: 'eA==', mimeType: 'text/plain' } };
		const service = fakeService({ a: REACHED });
		const item = { json: { ids: 'a', owner: 'dba', error: { message: 'old' } }, binary };
		const { outputs } = await turn(waitFor(service, [item]));
		expect(outputs[1]).toEqual([
			{
				json: { ids: 'a', owner: 'dba', id: 'a', status: REACHED, waited_seconds: 0 },
				binary,
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('what cannot be asked', () => {
	it('ends the wait for a task that the service refuses, and says why', async () => {
		const service = fakeService({ a: { error_code: 'DRS.M00204' }, b: OPEN });
		const { outputs } = await turn(waitFor(service, ['a', 'b']));
		expect(errorOf(outputs[2][0])).toMatchObject({ error_code: 'DRS.M00204', job_id: 'a' });
		expect(outputs[0]).toHaveLength(1);
	});

	it.each<[string, Record<string, string | string[] | { error_code: string }>]>([
		['is busy', { a: { error_code: 'DRS.M01503' } }],
		['contradicts itself', { a: [OPEN, REACHED] }],
	])('is asked again later when the service %s', async (_, tasks) => {
		const { parkedUntil } = await turn(waitFor(fakeService(tasks), ['a']));
		expect(parkedUntil).toBe(MINUTE);
	});

	it('keeps the reason when tasks leave together, later', async () => {
		const service = fakeService({ b: OPEN });
		const settings = { releaseTogether: true };
		const memory = {};
		const first = await turn(waitFor(service, ['lost', 'b'], settings, memory));
		expect(first.outputs.map(({ length }) => length)).toEqual([2, 0, 0, 0]);
		service.tasks.b = REACHED;
		const { outputs } = await turn(waitFor(service, ['lost', 'b'], settings, memory));
		expect(outputs.map(({ length }) => length)).toEqual([0, 1, 1, 0]);
		expect(errorOf(outputs[2][0]).message).toBe(
			'Task lost: the service did not answer for this ID',
		);
		expect(service.calls.at(-1)).toEqual(['b']);
	});

	const down = (httpStatus: number | undefined, isTransient?: boolean): FakeService => {
		const service = fakeService({ a: OPEN });
		const failure = { message: 'No', httpStatus, isTransient };
		service.refusal = { ok: false, failure, executed: 'no', divisible: false };
		return service;
	};

	it.each([
		[503, true],
		[undefined, true],
	])('is waited for from the first check on if it may pass (%s)', async (status, isTransient) => {
		expect((await turn(waitFor(down(status, isTransient), ['a']))).parkedUntil).toBe(MINUTE);
	});

	it.each([401, 403, 404, undefined])(
		'stops the wait at its first check if it will not pass (%s), later it does not',
		async (status) => {
			const service = down(status);
			const memory = {};
			await expect(turn(waitFor(service, ['a'], {}, memory))).rejects.toThrow('No');
			expect(memory).toEqual({});
			const { refusal } = service;
			service.refusal = undefined;
			await turn(waitFor(service, ['a'], {}, memory));
			service.refusal = refusal;
			const { parkedUntil } = await turn(waitFor(service, ['a'], {}, memory));
			expect(parkedUntil).toBe(1.5 * MINUTE);
		},
	);

	it('says at the time limit why it could not be asked', async () => {
		const service = down(503, true);
		const memory = {};
		await turn(waitFor(service, ['a'], { timeout: MINUTE }, memory));
		service.now = MINUTE;
		const { outputs } = await turn(waitFor(service, ['a'], { timeout: MINUTE }, memory));
		expect(errorOf(outputs[3][0])).toEqual({ message: 'No', http_status: 503 });
	});
});

describe('a wait in memory', () => {
	it('looks at growing intervals and gives all tasks in their order, none to the first output', async () => {
		const service = fakeService({ a: OPEN, b: REACHED, c: OPEN });
		service.onWait = (now) => {
			if (now >= 10_000) service.tasks.c = REACHED;
			if (now >= 40_000) service.tasks.a = REACHED;
		};
		const settings = { firstInterval: 5_000, longestInterval: 10_000 };
		const waited = await waitInMemory(waitFor(service, ['a', 'b', 'c'], settings));
		expect(service.pauses).toEqual([5_000, 7_500, 10_000, 10_000, 10_000]);
		expect(waited.ok && waited.value.map(ids)).toEqual([[], ['a', 'b', 'c'], [], []]);
		expect(service.calls.map(({ length }) => length)).toEqual([3, 2, 2, 1, 1, 1]);
	});

	it('ends when the time is over', async () => {
		const service = fakeService({ a: OPEN });
		const waited = await waitInMemory(waitFor(service, ['a'], { timeout: 2 * MINUTE }));
		expect(waited.ok && waited.value[3][0].json).toMatchObject({ id: 'a', waited_seconds: 120 });
	});

	it('ends when the execution is stopped', async () => {
		const service = fakeService({ a: OPEN });
		service.onWait = () => false;
		const waited = await waitInMemory(waitFor(service, ['a']));
		expect(waited).toEqual({
			ok: false,
			failure: { message: 'The execution was stopped while waiting' },
		});
	});
});
