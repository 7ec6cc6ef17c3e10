import { connectionError, type FakeAnswer } from '../../../support/fakeContext.mts';
import {
	play,
	accepted,
	created,
	detailed,
	serverError,
	listed,
	NOW,
	DATE,
	nameTaken,
} from './creationService.mts';

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
		const { outcomes, calls } = await play([
			answer,
			listed(created('shop')),
			detailed(created('shop')),
		]);
		expect(calls).toEqual(['create', 'list', 'detail']);
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
			detailed({ ...created('shop'), create_time: time }),
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
			detailed(created('shop')),
		]);
		expect(outcomes.get('shop')).toMatchObject({ ok: true });
	});

	it('finds its task among damaged entries of an answer', async () => {
		const { outcomes } = await play([
			{ statusCode: 202, headers: DATE, body: { results: [null, 7] } },
			listed(null, 'shop', { name: 7 }, created('shop')),
			detailed(created('shop')),
		]);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
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
		const { outcomes, calls } = await play(
			[accepted('b'), listed(created('a')), detailed(created('a'))],
			['a', 'b'],
		);
		expect(calls).toEqual(['create', 'list', 'detail']);
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
			[nameTaken, listed(existing), detailed(details)],
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
			[nameTaken, listed(created('shop')), detailed(details)],
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
