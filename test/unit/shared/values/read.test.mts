import { readNumber, finiteNumber, readText } from '../../../../nodes/shared/values/read.ts';

/** Neither a text nor a number can be made of these; the last two throw when it is tried. */
const OTHERS = [
	undefined,
	null,
	true,
	{},
	[],
	['shop'],
	Object.create(null) as unknown,
	{ toString: null, valueOf: 5 },
];

describe('text', () => {
	it.each([
		[[' shop '], 'shop'],
		[[5], '5'],
		[[0], '0'],
		[[undefined, '', '  ', {}, 'second', 'third'], 'second'],
	])('of %j is %p', (values: unknown[], found) => {
		expect(readText(...values)).toBe(found);
	});

	it.each(OTHERS)('finds none in %p', (value) => {
		expect(readText(value)).toBeUndefined();
	});
});

describe('finiteNumber', () => {
	it.each([
		['12.5', 12.5],
		[' 7 ', 7],
		[-1, -1],
		[0, 0],
	])('reads %p', (value, number) => {
		expect(finiteNumber(value)).toBe(number);
	});

	it.each([...OTHERS, '', ' ', '5 min', NaN, Infinity, '1e400'])('finds none in %p', (value) => {
		expect(finiteNumber(value)).toBeUndefined();
	});
});

describe('number of a field', () => {
	it.each([{}, ['5'], Object.create(null) as unknown, true, 'x', Infinity])(
		'is none for %p',
		(value) => {
			expect(readNumber(value)).toBeNaN();
		},
	);

	it.each([undefined, null, '', '  '])('is not given by %p', (value) => {
		expect(readNumber(value)).toBeUndefined();
	});
});
