import { formatSpan } from '../../../../../../nodes/OtcDrs/resources/migration/report/columns.ts';

it.each([
	[59, '59 s'],
	[61, '1 min'],
	[7_500, '2 h 5 min'],
	[7_200, '2 h'],
	[100_000, '1 d 3 h'],
])('writes %d seconds as %s', (seconds, text) => {
	expect(formatSpan(seconds)).toBe(text);
});
