import type { IDataObject } from 'n8n-workflow';
import type { TaskBody } from '../../../../nodes/shared/drs/taskBody.ts';
import {
	createTasks,
	type CreateEntry,
	type CreateOptions,
} from '../../../../nodes/shared/drs/createTasks.ts';
import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import {
	connectionError,
	fakeContext,
	type FakeAnswer,
	type SentRequest,
} from '../../../support/fakeContext.mts';

const NOW = 1_700_000_000_000;
const DATE = { date: new Date(NOW).toUTCString() };
const POLICY = { maxAttempts: 4, maxWaitSeconds: 60 };

const body = (name: string) =>
	({
		name,
		db_use_type: 'migration',
		engine_type: 'mysql',
		description: 'shops',
		target_endpoint: { inst_id: 'wanted' },
	}) as TaskBody;

const created = (name: string) => ({
	id: `id-${name}`,
	name,
	status: 'CREATING',
	create_time: String(NOW),
});

const accepted = (...names: string[]): FakeAnswer => ({
	statusCode: 202,
	headers: DATE,
	body: { results: names.map(created) },
});

const listed = (...jobs: unknown[]): FakeAnswer => ({
	statusCode: 200,
	headers: DATE,
	body: { jobs, total_record: jobs.length },
});

const nameTaken: FakeAnswer = {
	statusCode: 422,
	headers: { 'x-request-id': 'req-1' },
	body: { error_code: 'DRS.M00277', error_msg: 'The task name already exists.' },
};

/** Plays the answers one after another and creates the tasks. */
async function play(
	answers: FakeAnswer[],
	names = ['shop'],
	{ ifTaskExists, ...options }: Partial<CreateOptions> & Pick<CreateEntry, 'ifTaskExists'> = {},
) {
	const pauses: number[] = [];
	const fake = fakeContext({
		parameters: { resource: 'task', operation: 'createMigration' },
		answer: (_request, count) => answers[count - 1] ?? new Error(`unexpected call ${count}`),
	});
	const credential = { id: '1', name: 'OTC', data: { session: 'session-1' } };
	const client = createApiClient(fake.context, credential, POLICY, {
		now: () => NOW,
		random: () => 0.5,
		sleep: async (milliseconds) => void pauses.push(milliseconds),
	});
	const outcomes = await createTasks(
		client,
		names.map((name) => ({ key: name.toLowerCase(), body: body(name), ifTaskExists })),
		{
			batchSize: 10,
			concurrency: 1,
			retry: POLICY,
			requestFormat: 'batch',
			...options,
		},
	);
	const calls = fake.sent.map(({ url }: SentRequest) =>
		url.endsWith('batch-creation') ? 'create' : url.endsWith('batch-detail') ? 'detail' : 'list',
	);
	return { outcomes, calls, sent: fake.sent, pauses };
}

const serverError: FakeAnswer = {
	statusCode: 500,
	body: { error_code: 'DRS.M00004', error_msg: 'Service is abnormal.' },
};

describe('a creation is carried out once', () => {
	it('hands the job response on', async () => {
		const { outcomes, calls } = await play([accepted('shop')]);
		expect(calls).toEqual(['create']);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
	});

	it.each<[string, FakeAnswer]>([
		['a broken connection', connectionError('ECONNRESET')],
		['a timeout', connectionError('ECONNABORTED')],
		['a 500', serverError],
		['a 504 in HTML', { statusCode: 504, body: '<html>' }],
		['HTML in a 200', { statusCode: 200, body: '<html>' }],
	])('after %s it adopts the task that it made', async (_name, answer) => {
		const { outcomes, calls } = await play([answer, listed(created('shop'))]);
		expect(calls).toEqual(['create', 'list']);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
	});

	it.each([
		['made by this run', String(NOW), true],
		['older', String(NOW - 3_600_000), false],
		['of an age that the details do not tell', '2020-12-21 10:57:49', false],
	])('with local time in the list it reads the details: %s', async (_case, time, isOurs) => {
		const local = { ...created('shop'), create_time: '2023-11-15 06:13:20' };
		const { outcomes, calls } = await play([
			connectionError('ECONNRESET'),
			listed(local),
			{ statusCode: 200, body: { results: [{ ...created('shop'), create_time: time }] } },
		]);
		expect(calls).toEqual(['create', 'list', 'detail']);
		expect(outcomes.get('shop')?.ok).toBe(isOurs);
	});

	it.each([400, 409, 422])('reads the results of a %i task by task', async (statusCode) => {
		const refused = { name: 'b', status: 'failed', error_code: 'DRS.M00300', error_msg: 'No.' };
		const { outcomes, calls } = await play(
			[{ statusCode, body: { count: 2, results: [created('a'), refused] } }],
			['a', 'b'],
		);
		expect(calls).toEqual(['create']);
		expect(outcomes.get('a')).toMatchObject({ ok: true });
		expect(outcomes.get('b')).toMatchObject({ ok: false, failure: { errorCode: 'DRS.M00300' } });
	});

	it.each(['DRS.M00004', 'DRS.M01501'])('looks a task up whose result is %s', async (code) => {
		const unsure = { name: 'shop', status: 'failed', error_code: code, error_msg: 'Abnormal.' };
		const { outcomes } = await play([
			{ statusCode: 202, body: { results: [unsure] } },
			listed(created('shop')),
		]);
		expect(outcomes.get('shop')).toMatchObject({ ok: true });
	});

	it('creates again when the lost call made nothing', async () => {
		const { outcomes, calls } = await play([
			connectionError('ECONNRESET'),
			listed(),
			accepted('shop'),
		]);
		expect(calls).toEqual(['create', 'list', 'create']);
		expect(outcomes.get('shop')?.ok).toBe(true);
	});

	describe.each(['DRS.M00004', 'DRS.M01501'])('after %s as the result of its task', (code) => {
		const troubled: FakeAnswer = {
			statusCode: 202,
			headers: DATE,
			body: {
				results: [{ name: 'shop', status: 'failed', error_code: code, error_msg: 'abnormal' }],
			},
		};

		it('adopts the task that it made', async () => {
			const { outcomes, calls } = await play([troubled, listed(created('shop'))]);
			expect(calls).toEqual(['create', 'list']);
			expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
		});

		it('creates the task again when there is none', async () => {
			const { outcomes, calls } = await play([troubled, listed(), accepted('shop')]);
			expect(calls).toEqual(['create', 'list', 'create']);
			expect(outcomes.get('shop')?.ok).toBe(true);
		});

		it('leaves the other tasks of the call alone', async () => {
			const { outcomes, calls } = await play(
				[
					{
						...troubled,
						body: {
							results: [
								created('crm'),
								...((troubled.body as IDataObject).results as IDataObject[]),
							],
						},
					},
					listed(created('shop')),
				],
				['shop', 'crm'],
			);
			expect(calls).toEqual(['create', 'list']);
			expect([...outcomes.values()].map(({ ok }) => ok)).toEqual([true, true]);
		});
	});

	it('adopts a task that appears only after the first look', async () => {
		const { outcomes, calls } = await play([
			connectionError('ECONNRESET'),
			listed(),
			nameTaken,
			listed(created('shop')),
		]);
		expect(calls).toEqual(['create', 'list', 'create', 'list']);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
	});

	it('does not adopt a task that is older than the run', async () => {
		const older = { ...created('shop'), create_time: String(NOW - 60_000) };
		const { outcomes } = await play([connectionError('ECONNRESET'), listed(older)]);
		expect(outcomes.get('shop')).toMatchObject({ ok: false, failure: { errorCode: 'DRS.M00277' } });
	});

	it('finds its task among damaged entries of an answer', async () => {
		const { outcomes } = await play([
			{ statusCode: 202, headers: DATE, body: { results: [null, 7] } },
			listed(null, 'shop', { name: 7 }, created('shop')),
		]);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
	});

	it('takes only the exact name, whatever its case', async () => {
		const { outcomes } = await play([
			connectionError('ECONNRESET'),
			listed(created('shop-2'), { ...created('SHOP'), id: 'right' }),
		]);
		expect(outcomes.get('shop')).toMatchObject({ ok: true, value: { id: 'right' } });
	});

	it('says that it is unclear when the task cannot be looked up, and does not create again', async () => {
		const down = Array.from({ length: 4 }, () => serverError);
		const { outcomes, calls } = await play([connectionError('ECONNRESET'), ...down]);
		expect(calls).toEqual(['create', 'list', 'list', 'list', 'list']);
		expect(outcomes.get('shop')).toMatchObject({
			ok: false,
			failure: {
				message: expect.stringContaining('unclear whether it was created'),
				jobName: 'shop',
			},
		});
	});

	it.each<[string, FakeAnswer]>([
		['429', { statusCode: 429, headers: { 'retry-after': '7' }, body: {} }],
		[
			'DRS.M01503',
			{
				statusCode: 400,
				headers: { 'retry-after': '7' },
				body: { error_code: 'DRS.M01503', error_msg: 'often' },
			},
		],
		[
			'DRS.M01504',
			{
				statusCode: 202,
				headers: { 'retry-after': '7' },
				body: { error_code: 'DRS.M01504', error_msg: 'busy' },
			},
		],
	])(
		'simply repeats after %s, which carried nothing out, and obeys Retry-After',
		async (_name, answer) => {
			const { outcomes, calls, pauses } = await play([answer, accepted('shop')]);
			expect(calls).toEqual(['create', 'create']);
			expect(outcomes.get('shop')?.ok).toBe(true);
			expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(7500);
		},
	);

	it('repeats after a refused connection', async () => {
		const { calls } = await play([connectionError('ECONNREFUSED'), accepted('shop')]);
		expect(calls).toEqual(['create', 'create']);
	});

	it('looks up what the answer leaves out', async () => {
		const { outcomes, calls } = await play([accepted('b'), listed(created('a'))], ['a', 'b']);
		expect(calls).toEqual(['create', 'list']);
		expect([...outcomes.values()].map(({ ok }) => ok)).toEqual([true, true]);
	});

	it('matches answers in another order by name', async () => {
		const { outcomes } = await play([accepted('C', 'a', 'b')], ['a', 'b', 'c']);
		expect(outcomes.get('c')).toMatchObject({ ok: true, value: { id: 'id-C' } });
		expect(outcomes.get('a')).toMatchObject({ ok: true, value: { id: 'id-a' } });
	});

	it('fails for one task inside a 2xx only', async () => {
		const mixed = {
			statusCode: 202,
			body: {
				results: [
					created('a'),
					{
						name: 'b',
						status: 'failed',
						error_code: 'DRS.M05006',
						error_msg: 'Invalid RDS DB instance.',
					},
				],
			},
		};
		const { outcomes } = await play([mixed], ['a', 'b']);
		expect(outcomes.get('a')?.ok).toBe(true);
		expect(outcomes.get('b')).toMatchObject({
			ok: false,
			failure: {
				errorCode: 'DRS.M05006',
				jobName: 'b',
				message: 'Task "b": Invalid RDS DB instance (DRS.M05006)',
			},
		});
	});

	it('divides a batch that is refused because of one name', async () => {
		const { outcomes, calls } = await play([nameTaken, accepted('a'), nameTaken], ['a', 'b']);
		expect(calls).toEqual(['create', 'create', 'create']);
		expect(outcomes.get('a')?.ok).toBe(true);
		expect(outcomes.get('b')).toMatchObject({
			ok: false,
			failure: { errorCode: 'DRS.M00277', requestId: 'req-1' },
		});
	});
});

describe('If Task Exists → Return Existing Task', () => {
	it('returns the task, says so, and reports the settings that differ', async () => {
		const existing = { ...created('shop'), status: 'INCRE_TRANSFER_STARTED', create_time: '1' };
		const details = {
			...existing,
			db_use_type: 'migration',
			description: 'other',
			target_endpoint: { inst_id: 'wanted' },
		};
		const { outcomes, calls } = await play(
			[nameTaken, listed(existing), { statusCode: 200, body: { results: [details] } }],
			['shop'],
			{ ifTaskExists: 'return' },
		);
		expect(calls).toEqual(['create', 'list', 'detail']);
		expect(outcomes.get('shop')).toEqual({
			ok: true,
			value: {
				...existing,
				already_existed: true,
				differences: [{ field: 'description', requested: 'shops', existing: 'other' }],
			},
		});
	});

	it('refuses the task of another migration', async () => {
		const details = { ...created('shop'), target_endpoint: { inst_id: 'other' } };
		const { outcomes } = await play(
			[nameTaken, listed(created('shop')), { statusCode: 200, body: { results: [details] } }],
			['shop'],
			{ ifTaskExists: 'return' },
		);
		expect(outcomes.get('shop')).toMatchObject({
			ok: false,
			failure: { errorCode: 'DRS.M00277', jobId: 'id-shop' },
		});
	});

	it('explains a name that is taken by another scenario', async () => {
		const { outcomes } = await play([nameTaken, listed()], ['shop'], { ifTaskExists: 'return' });
		expect(outcomes.get('shop')).toMatchObject({
			ok: false,
			failure: { message: expect.stringContaining('another scenario or engine') },
		});
	});
});
