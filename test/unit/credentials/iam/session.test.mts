import {
	fingerprintOf,
	isExpired,
	parseSession,
	renewalTime,
} from '../../../../credentials/iam/session.ts';
import { readSettings } from '../../../../credentials/iam/settings.ts';
import { PASSWORD } from './passwordLogin.mts';

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
		const prints = edits.map((changes) => fingerprintOf(readSettings({ ...PASSWORD, ...changes })));
		expect(new Set(prints).size).toBe(5);
		expect(prints[0]).not.toContain('secret');
	});

	it.each([[''], ['{'], ['{}'], ['[]'], ['null'], [undefined]])(
		'does not trust the stored value %p',
		(stored) => {
			expect(parseSession(stored)).toBeUndefined();
		},
	);

	it('is read once, however often it is asked for', () => {
		const parse = jest.spyOn(JSON, 'parse');
		const stored = '{"projectId":"p","expiresAt":1,"fingerprint":"read once"}';
		for (let time = 0; time < 3; time++) expect(parseSession(stored)?.projectId).toBe('p');
		expect(parse).toHaveBeenCalledTimes(1);
		parse.mockRestore();
	});

	it('expires at its time', () => {
		const session = { projectId: 'p', expiresAt: 100, fingerprint: 'f' };
		expect([isExpired(session, 99), isExpired(session, 100)]).toEqual([false, true]);
	});
});
