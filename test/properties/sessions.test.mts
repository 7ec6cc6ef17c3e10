import fc from 'fast-check';
import { isUsable as isUsableSession, rejectSession } from '../../credentials/iam/sessionStore.ts';
import { forgetSessions } from '../support/sessions.mts';
import { fixed } from './support/settings.mts';
import { CREDENTIALS, World } from './support/sessionModel.mts';
import { steps, credential } from './support/sessionSteps.mts';

describe('the sessions of several credentials, whatever happens', () => {
	it('come from at most one login at a time, and never from another credential', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (all) => {
				forgetSessions();
				const of = Object.fromEntries(
					CREDENTIALS.map((name) => [
						name,
						{ expiresAt: 0, failure: 'refused' as const, silentUntil: 0, waiting: 0, logins: [] },
					]),
				);
				await fc.asyncModelRun(
					() => ({ model: { now: 1_000_000, of: structuredClone(of) }, real: new World() }),
					all,
				);
			}),
			fixed(300),
		);
	});
});

describe('a session that a credential holds', () => {
	it('is used only for the credential that it was made for, until it expires or its token is refused', () => {
		const session = fc.record({
			token: fc.constantFrom('one', 'two', undefined),
			projectId: fc.constant('p'),
			expiresAt: fc.nat(5),
			fingerprint: credential,
		});
		fc.assert(
			fc.property(
				session,
				fc.array(session, { maxLength: 3 }),
				credential,
				fc.nat(5),
				(held, refused, owner, now) => {
					forgetSessions();
					for (const one of refused) rejectSession(JSON.stringify(one));
					const isRefused = refused.some(
						({ token, fingerprint }) =>
							token !== undefined && token === held.token && fingerprint === held.fingerprint,
					);
					expect(isUsableSession(held, owner, now)).toBe(
						held.fingerprint === owner && now < held.expiresAt && !isRefused,
					);
				},
			),
			fixed(500),
		);
	});
});
