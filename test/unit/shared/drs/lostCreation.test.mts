import type { IDataObject } from 'n8n-workflow';
import { connectionError, type FakeAnswer } from '../../../support/fakeContext.mts';
import {
	play,
	detailed,
	listed,
	accepted,
	DATE,
	created,
	nameTaken,
	NOW,
	serverError,
} from './creationService.mts';

const sumOf = (pauses: readonly number[]): number => pauses.reduce((sum, pause) => sum + pause, 0);

describe('a creation is carried out once', () => {
	it('creates again when the lost call made nothing', async () => {
		const { outcomes, calls, pauses } = await play([
			connectionError('ECONNRESET'),
			listed(),
			listed(),
			accepted('shop'),
		]);
		expect(calls).toEqual(['create', 'list', 'list', 'create']);
		expect(outcomes.get('shop')?.ok).toBe(true);
		expect(sumOf(pauses)).toBe(12_500);
	});

	it('adopts a task that the list shows some seconds later only', async () => {
		const { outcomes, calls, pauses } = await play([
			connectionError('ECONNRESET'),
			listed(),
			listed(created('shop')),
			detailed(created('shop')),
		]);
		expect(calls).toEqual(['create', 'list', 'list', 'detail']);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
		expect(sumOf(pauses)).toBe(12_000);
	});

	it('waits for the list only for the names that it does not show', async () => {
		const { outcomes, calls, sent } = await play(
			[
				connectionError('ECONNRESET'),
				listed(created('a')),
				listed(),
				detailed(created('a')),
				listed(created('b')),
				detailed(created('b')),
			],
			['a', 'b'],
		);
		expect(calls).toEqual(['create', 'list', 'list', 'detail', 'list', 'detail']);
		expect(sent[4].body).toMatchObject({ name: 'b' });
		expect([...outcomes.values()].map(({ ok }) => ok)).toEqual([true, true]);
	});

	it('never adopts a new task of another migration that took the name meanwhile', async () => {
		const details = { ...created('shop'), target_endpoint: { inst_id: 'other' } };
		const { outcomes, calls } = await play([
			connectionError('ECONNRESET'),
			listed(created('shop')),
			detailed(details),
		]);
		expect(calls).toEqual(['create', 'list', 'detail']);
		expect(outcomes.get('shop')).toMatchObject({
			ok: false,
			failure: {
				errorCode: 'DRS.M00277',
				jobId: 'id-shop',
				message: expect.stringContaining('the task of another migration'),
			},
		});
	});

	it('asks for the details of a task that the list names until they come', async () => {
		const { outcomes, calls } = await play([
			connectionError('ECONNRESET'),
			listed(created('shop')),
			detailed(),
			detailed(),
			detailed(),
			detailed(created('shop')),
		]);
		expect(calls).toEqual(['create', 'list', 'detail', 'detail', 'detail', 'detail']);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
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
			const { outcomes, calls } = await play([
				troubled,
				listed(created('shop')),
				detailed(created('shop')),
			]);
			expect(calls).toEqual(['create', 'list', 'detail']);
			expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
		});

		it('creates the task again when there is none', async () => {
			const { outcomes, calls } = await play([troubled, listed(), listed(), accepted('shop')]);
			expect(calls).toEqual(['create', 'list', 'list', 'create']);
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
					detailed(created('shop')),
				],
				['shop', 'crm'],
			);
			expect(calls).toEqual(['create', 'list', 'detail']);
			expect([...outcomes.values()].map(({ ok }) => ok)).toEqual([true, true]);
		});
	});

	it('adopts a task that appears only when its name is taken', async () => {
		const { outcomes, calls } = await play([
			connectionError('ECONNRESET'),
			listed(),
			listed(),
			nameTaken,
			listed(created('shop')),
			detailed(created('shop')),
		]);
		expect(calls).toEqual(['create', 'list', 'list', 'create', 'list', 'detail']);
		expect(outcomes.get('shop')).toEqual({ ok: true, value: created('shop') });
	});

	it('does not adopt a task that is older than the run', async () => {
		const older = { ...created('shop'), create_time: String(NOW - 60_000) };
		const { outcomes } = await play([
			connectionError('ECONNRESET'),
			listed(older),
			detailed(older),
		]);
		expect(outcomes.get('shop')).toMatchObject({ ok: false, failure: { errorCode: 'DRS.M00277' } });
	});

	it('takes only the exact name, whatever its case', async () => {
		const { outcomes } = await play([
			connectionError('ECONNRESET'),
			listed(created('shop-2'), { ...created('SHOP'), id: 'right' }),
			detailed({ ...created('SHOP'), id: 'right' }),
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
});
