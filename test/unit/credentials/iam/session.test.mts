import {
	fingerprintOf,
	isExpired,
	parseSession,
	renewalTime,
} from '../../../../credentials/iam/session.ts';
import { readSettings } from '../../../../credentials/iam/settings.ts';
import { PASSWORD_FIELDS } from './passwordFields.mts';

describe('session', () => {
	it('renews five minutes before the end, a short one after half its life', () => {
		expect(renewalTime(0, 24 * 3_600_000)).toBe(24 * 3_600_000 - 300_000);
		expect(renewalTime(1000, 60_000)).toBe(31_000);
	});

	it('has another fingerprint for every other field value', () => {
		const edits: Array<Record<string, string>> = [
			{},
			{ password: 'x' },
			{ region: 'eu-nl' },
			{ projectId: 'p' },
			{ userName: 'y' },
		];
		const prints = edits.map((changes) =>
			fingerprintOf(readSettings({ ...PASSWORD_FIELDS, ...changes })),
		);
		expect(new Set(prints).size).toBe(5);
		expect(prints[0]).not.toContain('secret');
	});

	it.each([[''], ['{'], ['{}'], ['[]'], ['null'], [undefined]])(
		'does not trust the stored value %p',
		(stored) => {
			expect(parseSession(stored)).toBeUndefined();
		},
	);

	it('expires at its time', () => {
		const session = { projectId: 'p', expiresAt: 100, fingerprint: 'f' };
		expect([isExpired(session, 99), isExpired(session, 100)]).toEqual([false, true]);
	});
});
