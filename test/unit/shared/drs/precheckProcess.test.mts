import { hasEnded } from '../../../../nodes/shared/drs/precheckProcess.ts';

describe('the process of a pre-check', () => {
	it.each([
		['100%', true],
		['100', true],
		[100, true],
		[' 100 % ', true],
		['99%', false],
		['40', false],
		[40, false],
		['1', false],
		['', false],
		[null, false],
		['soon', false],
	])('%j has ended: %s', (process, ended) => {
		expect(hasEnded({ process })).toBe(ended);
	});
});
