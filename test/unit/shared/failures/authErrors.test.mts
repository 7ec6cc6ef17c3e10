import { authHint } from '../../../../nodes/shared/failures/authErrors.ts';
import ruleFile from '../../../fixtures/reference/auth-errors.json' with { type: 'json' };

describe('hints for refusals', () => {
	const rules = ruleFile.rules.filter(
		({ category, status }) =>
			status !== undefined &&
			!['bad-auth-request', 'token-expired', 'temporary', 'token-wrong-cloud'].includes(category),
	);

	it.each(
		rules.map((rule) => [`${rule.status} ${rule.code ?? ''} ${rule.message ?? ''}`, rule] as const),
	)('there is one for %s', (_name, rule) => {
		const status = Number(String(rule.status).split('|').at(-1));
		const code = rule.code?.split('|')[0];
		const message = rule.message?.split('|')[0].replace('.*', 'X');
		expect(authHint({ status, code, message })).toMatch(/\.$/);
	});

	it('is silent about what it does not know', () => {
		expect(authHint({ status: 418, code: 'X', message: 'teapot' })).toBeUndefined();
	});
});
