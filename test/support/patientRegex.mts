import * as workflow from 'n8n-workflow';

/**
 * n8n gives a regular expression a quarter of a second by the clock, so that a hostile one cannot hold it. A machine with
 * more to do than cores stops processes for longer; the tests wait for it. Older n8n has no such limit.
 */
export function waitForRegularExpressions(): void {
	if (!('setSafeRegexEngine' in workflow)) return;
	workflow.setSafeRegexEngine({
		exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
		test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
		replace: (pattern, input, flags, replacement) =>
			input.replace(new RegExp(pattern, flags), replacement),
		matchAll: (pattern, input, flags = '') => [
			...input.matchAll(new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`)),
		],
		split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	});
}
