import { isWithin, planAlignment } from '../../../../nodes/shared/drs/constraints/alignment.ts';

const GIB = 1024 ** 3;
const pool = (value: number, range: string) => ({
	key: 'innodb_buffer_pool_size',
	source_value: String(value),
	value_range: range,
});

describe('the alignment of parameters', () => {
	it.each([
		['5368709120', '5368709120-10737418240', true],
		['10737418240', '5368709120-10737418240', true],
		['99999999999', '5368709120-10737418240', false],
		['-5', '-10-10', true],
		['ON', 'ON|OFF', true],
		['off', 'ON|OFF', true],
		['DEMAND', 'ON|OFF', false],
		['many', '1-10', false],
		['anything', '', true],
	])('%s within %s: %s', (value, range, within) => {
		expect(isWithin(value, range)).toBe(within);
	});

	it('sets what the target takes, and says what it leaves out and why', () => {
		const connections = { key: 'max_connections', source_value: '500', value_range: '30-100000' };
		const { aligned, skipped } = planAlignment(
			[pool(99_999_999_999, '5368709120-10737418240'), connections, { key: 'x', value_range: '' }],
			undefined,
		);
		expect(aligned).toEqual([connections]);
		expect(skipped).toEqual([
			{
				key: 'innodb_buffer_pool_size',
				source_value: '99999999999',
				reason: 'the target takes 5368709120-10737418240',
			},
			{ key: 'x', source_value: '', reason: 'the source has no value for it' },
		]);
	});

	it("gives the buffer pool at most 70 % of the target's memory", () => {
		const most = Math.floor(8 * GIB * 0.7);
		const range = `1-${100 * GIB}`;
		expect(planAlignment([pool(most, range)], 8 * GIB).skipped).toEqual([]);
		expect(planAlignment([pool(most + 1, range)], 8 * GIB)).toMatchObject({
			aligned: [],
			skipped: [{ reason: expect.stringContaining(`at most ${most}`) }],
		});
		expect(planAlignment([pool(most + 1, range)], undefined).skipped).toEqual([]);
	});
});
