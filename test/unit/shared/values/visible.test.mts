import fc from 'fast-check';
import {
	hasControl,
	hasInvisible,
	makeVisible,
	shown,
} from '../../../../nodes/shared/values/visible.ts';

describe('hidden characters', () => {
	it.each([
		['10.0.0.5\u200b', '10.0.0.5[U+200B]'],
		['a\u00adb', 'a[U+00AD]b'],
		['a\u200fb', 'a[U+200F]b'],
		['\u2066a', '[U+2066]a'],
		['\ufeffa', '[U+FEFF]a'],
		['a\u2060b', 'a[U+2060]b'],
		['a\u3164b', 'a[U+3164]b'],
		['a\u2800b', 'a[U+2800]b'],
		['a\u{e0041}b', 'a[U+E0041]b'],
	])('%j is invisible and shown as %s', (text, visible) => {
		expect(hasInvisible(text)).toBe(true);
		expect(makeVisible(text)).toBe(visible);
	});

	it.each(['pä$$"\\wörd€😀: ; + % ', '❤️', 'naïve', '日本語', 'a\u00a0b', 'עברית', ''])(
		'%j has none',
		(text) => {
			expect([hasInvisible(text), hasControl(text)]).toEqual([false, false]);
			expect(makeVisible(text)).toBe(text);
		},
	);

	it.each(['\0', '\u0007', '\u007f', '\u0085', '\u2028', '\ud800'])(
		'%j is a control character',
		(text) => {
			expect([hasControl(text), hasControl(text, true)]).toEqual([true, true]);
		},
	);

	it.each(['\n', '\r\n', '\t'])('%j is one in a single line only', (text) => {
		expect([hasControl(text), hasControl(text, true)]).toEqual([true, false]);
	});

	it('are gone from whatever is shown', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const visible = makeVisible(text);
				expect([hasInvisible(visible), hasControl(visible)]).toEqual([false, false]);
			}),
		);
	});
});

describe('a value in a message', () => {
	it.each([
		['shop', '"shop"'],
		['x'.repeat(61), `"${'x'.repeat(60)}…"`],
		['😀'.repeat(61), `"${'😀'.repeat(60)}…"`],
		[' ', 'a blank'],
		[0, '0'],
		[1.5, '1.5'],
		[10n, '10'],
		[true, 'true'],
		[NaN, 'a failed calculation'],
		[Infinity, 'Infinity'],
		[null, 'nothing'],
		[undefined, 'nothing'],
		[[], 'an empty list'],
		[['a', 1, null, {}, []], 'the list "a", 1, nothing, an object, a list'],
		[[1, 2, 3, 4, 5, 6, 7], 'the list 1, 2, 3, 4, 5 and 2 more'],
		[{}, 'an empty object'],
		[{ ip: '10.0.0.5', password: 'SECRET-1' }, 'an object with ip, password'],
		[new Date(NaN), 'a date'],
		[Symbol('a'), 'a symbol'],
		[() => 1, 'a function'],
		[Object.create(null), 'an empty object'],
		['-----BEGIN PRIVATE KEY-----\nMIIB', 'a private key'],
		['mysql://root:p@ss/w@10.0.0.5', '"mysql://…@10.0.0.5"'],
		['Server=db;Password=SECRET-1;x=1', '"Server=db;Password=…"'],
		['{"db_password": "SECRET-1"}', '"{"db_password":…"'],
	])('%p', (value, words) => {
		expect(shown(value)).toBe(words);
	});

	it('never holds undefined or NaN, and has an end', () => {
		fc.assert(
			fc.property(
				fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
				(value) => {
					const words = shown(value);
					expect(words.length).toBeLessThan(1_000);
					const isOwn = typeof value === 'string' || typeof value === 'object';
					if (!isOwn) expect(words).not.toMatch(/undefined|NaN/);
				},
			),
		);
	});
});
