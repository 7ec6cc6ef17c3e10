import { toRounds } from '../../../../nodes/OtcDrs/operations/change.ts';

const entry = (id: string, value: string) => ({ id, body: { value } });

const shown = (entries: ReturnType<typeof entry>[]) =>
	toRounds(entries).rounds.map((round) => round.map(({ id, body }) => `${id}=${body.value}`));

describe('toRounds', () => {
	it('sends different tasks together, and the same change of a task once', () => {
		const entries = [entry('a', '1'), entry('b', '1'), entry('a', '1')];
		expect(toRounds(entries)).toEqual({
			rounds: [[entries[0], entries[1]]],
			roundOf: [0, 0, 0],
		});
	});

	it('keeps the order of the changes of a task, so that the last one counts', () => {
		const entries = [entry('a', '1'), entry('a', '2'), entry('a', '1'), entry('a', '1')];
		expect(shown(entries)).toEqual([['a=1'], ['a=2'], ['a=1']]);
		expect(toRounds(entries).roundOf).toEqual([0, 1, 2, 2]);
	});

	it('lets a task not wait for the changes of another one', () => {
		expect(shown([entry('a', '1'), entry('a', '2'), entry('b', '2'), entry('b', '1')])).toEqual([
			['a=1', 'b=2'],
			['a=2', 'b=1'],
		]);
	});

	it('turns each change into text once, however many concern one task', () => {
		let texts = 0;
		const bodies = Array.from({ length: 2_000 }, (_, index) => ({
			toJSON: () => ++texts && { index },
		}));
		const entries = bodies.map((body) => ({ id: 'a', body: body as never }));
		expect(toRounds(entries).rounds).toHaveLength(bodies.length);
		expect(texts).toBe(bodies.length);
	});
});
