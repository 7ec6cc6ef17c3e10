import { advantage, measure, median, OWN, type Row } from '../../bench/row.mts';
import { inTurn } from '../../bench/measure/inTurn.mts';
import { toTable } from '../../bench/table.mts';

const row = (subject: string, time: number, changes: Partial<Row> = {}): Row => ({
	part: 'load',
	work: 'require',
	subject,
	values: { time: measure([time], 'ms', 'less'), rate: measure([1000 / time], '/s', 'more') },
	...changes,
});

describe('the table', () => {
	it.each([
		[[3, 1, 2], 2],
		[[4, 1, 3, 2], 2.5],
		[[10, 9], 9.5],
	])('the median of %j is %d', (samples, expected) => {
		expect(median(samples)).toBe(expected);
	});

	it('there is no median of nothing', () => {
		expect(() => median([])).toThrow('nothing');
	});

	it('a measure has median and spread', () => {
		expect(measure([5, 1, 3], 'ms', 'less')).toEqual({
			median: 3,
			lowest: 1,
			highest: 5,
			runs: 3,
			unit: 'ms',
			better: 'less',
		});
	});

	it('the advantage is the same whether less or more is better', () => {
		const own = row(OWN, 10);
		const rows = [row('peer', 25), own];
		expect(advantage(rows, own, 'peer', 'time')).toBe(2.5);
		expect(advantage(rows, own, 'peer', 'rate')).toBe(2.5);
	});

	it('an advantage is over the same work of the same part only', () => {
		const own = row(OWN, 10);
		const rows = [own, row('peer', 25, { work: 'other' }), row('peer', 25, { part: 'other' })];
		expect(advantage(rows, own, 'peer', 'time')).toBeUndefined();
		expect(advantage([own, row('peer', 0)], own, 'peer', 'time')).toBeUndefined();
		expect(advantage([own, row('peer', 1)], own, 'peer', 'size')).toBeUndefined();
	});
});

describe('the printed table', () => {
	const many = (subject: string, samples: number[], changes: Partial<Row> = {}): Row =>
		row(subject, 1, { values: { time: measure(samples, 'ms', 'less') }, ...changes });
	const lines = toTable([
		many(OWN, [10, 12, 11]),
		many('peer', [22]),
		many('bound', [5], { noPeer: true }),
	]).split('\n');

	it('has medians, the spread of several runs, and the advantage over peers', () => {
		expect(lines.slice(2)).toEqual([
			'| work | subject | time | from … to | OTC DRS is better by |',
			'| --- | --- | --- | --- | --- |',
			'| require | OTC DRS | 11 ms | 10 to 12, 3 runs |  |',
			'| require | peer | 22 ms |  | 2 × |',
			'| require | bound | 5 ms |  |  |',
		]);
	});
});

describe('working in turns', () => {
	it('each subject works once a round, in an order that changes and that the seed repeats', async () => {
		const run = async (seed: number) => {
			const order: string[] = [];
			const work = (name: string) => () => order.push(name);
			const results = await inTurn({ a: work('a'), b: work('b'), c: work('c') }, 6, seed);
			expect(Object.values(results).map(({ length }) => length)).toEqual([6, 6, 6]);
			return Array.from({ length: 6 }, (_, round) => order.slice(round * 3, round * 3 + 3));
		};
		const rounds = await run(1);
		expect(rounds.every((round) => [...round].sort().join('') === 'abc')).toBe(true);
		expect(new Set(rounds.map((round) => round.join(''))).size).toBeGreaterThan(1);
		expect(await run(1)).toEqual(rounds);
	});
});
