import type { IDataObject } from 'n8n-workflow';
import { connectionError, type FakeAnswer } from '../../../support/fakeContext.mts';
import {
	play,
	listed,
	accepted,
	DATE,
	created,
	nameTaken,
	NOW,
	serverError,
} from './creationService.mts';

describe('a creation is carried out once', () => {
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
});
