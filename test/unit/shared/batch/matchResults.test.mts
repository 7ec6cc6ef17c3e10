import { matchResults } from '../../../../nodes/shared/batch/matchResults.ts';

describe('matchResults', () => {
	const keyOf = (result: { id?: string }) => result.id;

	it('matches by key, whatever the order', () => {
		const matches = matchResults(['a', 'b'], [{ id: 'b' }, { id: 'a' }], keyOf);
		expect([...matches.values()]).toEqual([
			{ kind: 'found', result: { id: 'a' } },
			{ kind: 'found', result: { id: 'b' } },
		]);
	});

	it('tells what is missing, and leaves out what was not asked for', () => {
		const matches = matchResults(['a', 'b'], [{ id: 'x' }, { id: 'a' }, {}], keyOf);
		expect(matches.get('b')).toEqual({ kind: 'missing' });
		expect([...matches.keys()]).toEqual(['a', 'b']);
	});

	it('takes an equal duplicate, and refuses contradictory ones', () => {
		const twice = matchResults(
			['a'],
			[
				{ id: 'a', s: 1 },
				{ id: 'a', s: 1 },
			],
			keyOf,
		);
		expect(twice.get('a')?.kind).toBe('found');
		const different = matchResults(
			['a'],
			[
				{ id: 'a', s: 1 },
				{ id: 'a', s: 2 },
			],
			keyOf,
		);
		expect(different.get('a')?.kind).toBe('contradictory');
	});
});
