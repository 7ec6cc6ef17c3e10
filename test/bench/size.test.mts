import { dependenciesOf } from '../../bench/load/size.mts';

const lock = {
	packages: {
		'': { dependencies: { a: '1', d: '1' } },
		'node_modules/a': { dependencies: { '@s/b': '1', c: '1' } },
		'node_modules/a/node_modules/c': { version: '2', dependencies: { '@s/b': '1' } },
		'node_modules/@s/b': { dependencies: { c: '1', missing: '1' } },
		'node_modules/c': { version: '1', dependencies: { a: '1' } },
		'node_modules/d': {},
	},
};

describe('what a package brings', () => {
	it('is found as Node.js finds it: the nearest first, itself not among them', () => {
		expect([...dependenciesOf(lock, 'node_modules/a')].sort()).toEqual([
			'node_modules/@s/b',
			'node_modules/a/node_modules/c',
			'node_modules/c',
		]);
	});

	it('is nothing for a package without dependencies', () => {
		expect(dependenciesOf(lock, 'node_modules/d').size).toBe(0);
	});
});
