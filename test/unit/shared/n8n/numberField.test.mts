import { success } from '../../../../nodes/shared/failures/failure.ts';
import { numberField } from '../../../../nodes/shared/n8n/numberField.ts';

const BOUNDS = { least: 1, most: 10 };

describe('a field that takes a number', () => {
	it.each([
		[5, {}, 5],
		[' 5 ', {}, 5],
		[2.5, {}, 2.5],
		[2.5, { whole: true }, 2],
		[11, { clamp: true }, 10],
		['-3', { clamp: true }, 1],
		[undefined, { fallback: 7 }, 7],
		[null, { fallback: 7 }, 7],
		[' ', { fallback: 7 }, 7],
	])('reads %p with %p', (value, more, number) => {
		expect(numberField('Size', value, { ...BOUNDS, ...more })).toEqual(success(number));
	});

	it.each([
		['', {}, 'Size: is empty'],
		[null, {}, 'Size: is empty'],
		['5 kg', {}, 'Size: "5 kg" is not a number'],
		['1,000', { clamp: true }, 'Size: "1,000" is not a number'],
		[NaN, { fallback: 7 }, 'Size: "NaN" is not a number'],
		[Infinity, { clamp: true }, 'Size: "Infinity" is not a number'],
		[true, {}, 'Size: "true" is not a number'],
		[[5], {}, 'Size: the value is not a number'],
		[11, { noun: 'a size' }, 'Size: "11" is not a size'],
	])('refuses %p with %p', (value, more, message) => {
		expect(numberField('Size', value, { ...BOUNDS, ...more })).toMatchObject({
			ok: false,
			failure: { message },
		});
	});
});
