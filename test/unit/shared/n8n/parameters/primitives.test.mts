import fc from 'fast-check';
import { readFlag, readNumber } from '../../../../../nodes/shared/n8n/parameters/primitives.ts';

describe('a yes/no field', () => {
	const words = {
		yes: ['true', '1', 'yes', 'on', 'ja', 'wahr'],
		no: ['false', '0', 'no', 'off', 'nein', 'falsch'],
	};
	const spellings = (word: string) => [
		word,
		word.toUpperCase(),
		word[0].toUpperCase() + word.slice(1),
		` ${word} `,
		`${word}\n`,
		`\u00a0${word}\r\n`,
		`\ufeff${word}`,
	];

	it.each([true, 1, 1n, ...words.yes.flatMap(spellings)])('%p is yes', (value) => {
		expect(readFlag(value)).toEqual({ ok: true, value: true });
	});

	it.each([false, 0, 0n, -0, ...words.no.flatMap(spellings)])('%p is no', (value) => {
		expect(readFlag(value)).toEqual({ ok: true, value: false });
	});

	it.each([
		['maybe', '"maybe" is neither yes nor no'],
		['true\u200b', '"true[U+200B]" is neither yes nor no'],
		['truee', 'neither'],
		['tru', 'neither'],
		['y', 'neither'],
		['x', 'neither'],
		['"true"', 'neither'],
		['=true', 'neither'],
		['-1', 'neither'],
		['1.0', 'neither'],
		[2, '2 is neither'],
		[NaN, 'a failed calculation is neither'],
		[[], 'an empty list is neither'],
		[['Yes'], 'the list "Yes" is neither'],
		[[true], 'neither'],
		[{}, 'an empty object is neither'],
		[{ valueOf: () => true }, 'neither'],
		[new Date(), 'neither'],
	])('%p is refused', (value, fault) => {
		expect(readFlag(value)).toEqual({
			ok: false,
			fault: expect.stringContaining(fault),
			remedy: 'Enter true or false.',
		});
	});
});

const numberOf = (value: unknown, typeOptions = {}, rule = {}) => {
	const reading = readNumber(value, { typeOptions }, rule);
	return reading.ok ? reading.value : `${reading.fault}. ${reading.remedy}`;
};

describe('a number field', () => {
	it.each([
		[3306, 3306],
		[3306n, 3306],
		['3306', 3306],
		[' 3306\n', 3306],
		['\u00a03306', 3306],
		['0', 0],
		['-5', -5],
		['+5', 5],
		['1.5', 1.5],
		['.5', 0.5],
		['5.', 5],
		['1e3', 1000],
		['1E+3', 1000],
		['007', 7],
		['0.500', 0.5],
		['1000.000', 1000],
	])('%p is %p', (value, number) => {
		expect(numberOf(value)).toBe(number);
	});

	it.each([
		['3,306', '"3,306" is not a number. Enter it without thousands separators'],
		['3 306', 'thousands separators'],
		['3\u00a0306', 'thousands separators'],
		["3'306", 'thousands separators'],
		['1,000,000.5', 'thousands separators'],
		['1.000', '"1.000" is an ambiguous number. Enter it without thousands separators'],
		['1.000.000', 'thousands separators'],
		['1,5', 'is not a number. Enter it without thousands separators and with a decimal point'],
		['abc', '"abc" is not a number'],
		['zwei', '"zwei" is not a number'],
		['4O', '"4O" is not a number'],
		['60 min', 'without its unit'],
		['5\u200b', '"5[U+200B]" is not a number'],
		['0x1F', 'is not a number'],
		['1_000', 'is not a number'],
		['NaN', '"NaN" is not a number'],
		['Infinity', '"Infinity" is not a number'],
		['1e400', 'is not a number'],
		['--5', 'is not a number'],
		['٣', 'is not a number'],
		[NaN, 'a failed calculation is not a number'],
		[Infinity, 'Infinity is not a number'],
		[true, 'true is not a number'],
		[['5'], 'the list "5" is not a number'],
		[{}, 'an empty object is not a number'],
		[{ valueOf: () => 5 }, 'is not a number'],
		[new Date(0), 'a date is not a number'],
		[1e300, '1e+300 is too large'],
		['-99999999999999999999', 'is too small'],
	])('%p is refused', (value, words) => {
		expect(numberOf(value)).toContain(words);
	});

	it.each([
		['0', { minValue: 1, maxValue: 65_535 }, '"0" is too small. Enter a number from 1 to 65535.'],
		[
			65_536,
			{ minValue: 1, maxValue: 65_535 },
			'65536 is too large. Enter a number from 1 to 65535.',
		],
		[-1, { minValue: 0 }, '-1 is too small. Enter a number from 0 on.'],
		[11, { maxValue: 10 }, '11 is too large. Enter a number of 10 at most.'],
		[
			'1.5',
			{ numberPrecision: 0, minValue: 1 },
			'"1.5" is not a whole number. Enter a whole number from 1 on.',
		],
		['1.55', { numberPrecision: 1 }, '"1.55" has more than 1 decimals. Enter a number.'],
	])('%p is refused in a field with %j', (value, typeOptions, words) => {
		expect(numberOf(value, typeOptions)).toBe(words);
	});

	it('is whole where the caller says so', () => {
		expect(numberOf('3306.5', {}, { whole: true })).toContain('is not a whole number');
		expect(numberOf('3306.0', {}, { whole: true })).toBe(3306);
	});

	it.each([[65_535], ['1'], [0.5]])('%p is within its limits', (value) => {
		expect(numberOf(value, { minValue: 0.5, maxValue: 65_535, numberPrecision: 1 })).toBe(
			Number(value),
		);
	});

	it('takes the text of every number', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1e15, max: 1e15 })),
				(number) => {
					const isUnclear = /^-?\d{1,3}\.\d{3}$/.test(`${number}`);
					expect(isUnclear || numberOf(` ${number} `) === number || number === 0).toBe(true);
				},
			),
		);
	});
});
