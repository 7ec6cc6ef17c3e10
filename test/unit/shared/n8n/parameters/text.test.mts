import fc from 'fast-check';
import { readText, readTexts } from '../../../../../nodes/shared/n8n/parameters/text.ts';

const PASSWORD = { isPassword: true };
const faultOf = (value: unknown, form = {}) => {
	const reading = readText(value, form);
	return reading.ok ? undefined : reading.fault;
};

describe('a text field', () => {
	it.each([
		['shop', 'shop'],
		[' shop\n', 'shop'],
		['\ufeffshop', 'shop'],
		['\u00a0shop\t', 'shop'],
		[4711, '4711'],
		[0, '0'],
		[-1.5, '-1.5'],
		[20261125, '20261125'],
		[12345678901234567890n, '12345678901234567890'],
		['日本語 naïve 😀', '日本語 naïve 😀'],
		['❤️', '❤️'],
		['null', 'null'],
		['[x]', '[x]'],
	])('%p is %p', (value, text) => {
		expect(readText(value)).toEqual({ ok: true, value: text });
	});

	it.each([
		[['x'], 'the list "x" is not text'],
		[{ a: 1 }, 'an object with a is not text'],
		[true, 'true is not text'],
		[new Date(), 'a date is not text'],
		[NaN, 'a failed calculation is not text'],
		[12345678901234567000, 'is too large to be an exact number'],
		['a\u200bb', '"a[U+200B]b" contains an invisible character'],
		['shop\u200b', 'U+200B'],
		['a\u00adb', 'U+00AD'],
		['a\u202eb', 'U+202E'],
		['a\ufeffb', 'U+FEFF'],
		['a\nb', '"a[U+000A]b" contains a line break'],
		['a\tb', '"a[U+0009]b" contains a line break, a tab'],
		['a\0b', 'U+0000'],
		['a\u2028b', 'U+2028'],
		['a\ud800b', 'U+D800'],
	])('%p is refused', (value, fault) => {
		expect(faultOf(value)).toContain(fault);
	});

	it('of several rows holds line breaks and tabs', () => {
		const form = { isMultiLine: true };
		expect(readText('a\r\n\tb\n', form)).toEqual({ ok: true, value: 'a\r\n\tb' });
		expect(faultOf('a\0b', form)).toContain('U+0000');
		expect(faultOf('a\u200bb', form)).toContain('U+200B');
	});

	it('takes a boolean only where it is told to', () => {
		expect(readText(false, { booleanAsText: true })).toEqual({ ok: true, value: 'false' });
	});

	it('is not shown where it is secret', () => {
		expect(faultOf('SECRET-1\u200b', { isSecret: true })).toBe('contains an invisible character');
		expect(faultOf(['SECRET-1'], { isSecret: true })).toBe('the entered value is not text');
	});
});

describe('a password', () => {
	it.each([' pä$$"\\wörd€😀: ; + % ', '\u00a0x\u00a0', 'a\u200bb', '\ufeffx', 'null', 'true'])(
		'%j stays as it is, byte for byte',
		(password) => {
			expect(readText(password, PASSWORD)).toEqual({ ok: true, value: password });
		},
	);

	it('is the text of a number', () => {
		expect(readText(20261125, PASSWORD)).toEqual({ ok: true, value: '20261125' });
		expect(readText(0, PASSWORD)).toEqual({ ok: true, value: '0' });
	});

	it.each([
		['SECRET-1\n', 'ends with a line break'],
		['SECRET-1\r\n', 'ends with a line break'],
		['SECRET-1\r', 'ends with a line break'],
		['SECRET\n-1', 'contains a line break, a tab or another control character'],
		['SECRET-1\t', 'contains a line break, a tab or another control character'],
		['SECRET-1\0', 'contains a line break, a tab or another control character'],
		[['SECRET-1'], 'the entered value is not text'],
		[{ password: 'SECRET-1' }, 'the entered value is not text'],
		[true, 'the entered value is not text'],
		[12345678901234567000, 'the entered value is too large to be an exact number'],
	])('%j is refused without being shown', (password, fault) => {
		expect(faultOf(password, PASSWORD)).toBe(fault);
	});

	it('is never in a message', () => {
		const anyPassword = fc.string({ unit: 'binary', minLength: 1 }).map((text) => `SECRET${text}`);
		fc.assert(
			fc.property(fc.oneof(anyPassword, fc.array(anyPassword)), (password) => {
				const reading = readText(password, PASSWORD);
				if (reading.ok) expect(reading.value).toBe(password);
				else expect(reading.fault + reading.remedy).not.toContain('SECRET');
			}),
		);
	});
});

describe('a field of several texts', () => {
	it.each([
		['a@x.example;b@x.example', ['a@x.example', 'b@x.example']],
		['a, b\nc\r\nd', ['a', 'b', 'c', 'd']],
		['["a","b"]', ['a', 'b']],
		['[a,b', ['[a', 'b']],
		[
			['a', ' b ', 'a'],
			['a', 'b'],
		],
		[
			[1, 2n],
			['1', '2'],
		],
		[['a', '', ' '], ['a']],
		[7, ['7']],
		['a', ['a']],
		['a,', ['a']],
		[[], []],
		[' , ', []],
	])('%p is %p', (value, texts) => {
		expect(readTexts(value)).toEqual({ ok: true, value: texts });
	});

	it.each([
		[['a', {}], 'entry 2: an empty object is not text'],
		[['a', ['b']], 'entry 2: the list "b" is not text'],
		[['a', null], 'entry 2: nothing is not text'],
		[['a', undefined], 'entry 2: nothing is not text'],
		[['a', Object.create(null)], 'entry 2: an empty object is not text'],
		[{ a: 1 }, 'an object with a is not text'],
		[true, 'true is not text'],
		['a,b\u200b', 'entry 2: "b[U+200B]" contains an invisible character'],
	])('%p is refused', (value, fault) => {
		expect(readTexts(value)).toMatchObject({ ok: false, fault: expect.stringContaining(fault) });
	});
});
