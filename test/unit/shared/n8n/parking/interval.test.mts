import { intervalAfter } from '../../../../../nodes/shared/n8n/parking/interval.ts';

it('pauses grow by half, up to the longest', () => {
	const bounds = { firstInterval: 100, longestInterval: 300 };
	const pauses: number[] = [];
	for (let waited = 0; pauses.length < 6; waited += pauses.at(-1)!)
		pauses.push(intervalAfter(waited, bounds));
	expect(pauses).toEqual([100, 150, 225, 300, 300, 300]);
});
