import { lagSeconds } from '../../../../nodes/shared/drs/lag.ts';

describe('the lag of a replication', () => {
	it.each([
		[{ incre_trans_delay: '300' }, 300],
		[{ incre_trans_delay: 61 }, 61],
		[{ incre_trans_delay: '0' }, 0],
		[{ incre_trans_delay: '300', incre_trans_delay_millis: '300400' }, 300.4],
		[{ incre_trans_delay: '0', incre_trans_delay_millis: 900 }, 0.9],
		[{ incre_trans_delay: '5', incre_trans_delay_millis: '-1' }, 5],
		[{ incre_trans_delay: '5', incre_trans_delay_millis: '' }, 5],
		[{ incre_trans_delay: '-1' }, undefined],
		[{ incre_trans_delay: '' }, undefined],
		[{ incre_trans_delay: 'unknown' }, undefined],
		[{}, undefined],
	])('of %j is %s seconds', (progress, seconds) => {
		expect(lagSeconds(progress)).toBe(seconds);
	});
});
