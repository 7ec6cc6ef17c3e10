import { mergeDeep } from '../../../../nodes/shared/values/mergeDeep.ts';

describe('mergeDeep', () => {
	it('merges objects and replaces lists and values', () => {
		const base = { a: 1, list: [1, 2], inner: { x: 1, y: 2 } };
		expect(mergeDeep(base, { list: [3], inner: { y: 3, z: 4 }, b: null })).toEqual({
			a: 1,
			list: [3],
			inner: { x: 1, y: 3, z: 4 },
			b: null,
		});
		expect(base.inner).toEqual({ x: 1, y: 2 });
	});

	it('does not reach a prototype', () => {
		const evil = JSON.parse(
			'{"__proto__":{"polluted":1},"inner":{"constructor":{"prototype":{"polluted":1}}}}',
		);
		const merged = mergeDeep({ inner: {} }, evil);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(merged).toEqual({ inner: {} });
		expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
	});
});
