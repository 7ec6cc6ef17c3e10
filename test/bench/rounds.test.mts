import { inRounds } from '../../bench/measure/rounds.mts';

/** Cases that last so long, on a clock of their own. */
async function run(cases: Array<{ name: string; lasts: number; wanted: number }>, until: number) {
	let time = 0;
	const order: string[] = [];
	const leftOut = await inRounds(cases, {
		wanted: ({ wanted }) => wanted,
		run: async ({ name, lasts }) => {
			order.push(name);
			time += lasts;
		},
		until,
		now: () => time,
	});
	return { order: order.join(''), leftOut: leftOut.map(({ name }) => name) };
}

const a = { name: 'a', lasts: 10, wanted: 3 };
const b = { name: 'b', lasts: 50, wanted: 2 };
const c = { name: 'c', lasts: 10, wanted: 1 };

describe('rounds', () => {
	it('all cases once, then again, as often as wanted', async () => {
		expect(await run([a, b, c], 10_000)).toEqual({ order: 'abcaba', leftOut: [] });
	});

	it('what does not fit any more is not repeated, and shorter ones still are', async () => {
		expect(await run([a, b, c], 95)).toEqual({ order: 'abcaa', leftOut: [] });
	});

	it('tells which cases were never measured', async () => {
		expect(await run([b, a, c], 40)).toEqual({ order: 'b', leftOut: ['a', 'c'] });
	});
});
