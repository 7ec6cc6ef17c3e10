import fc from 'fast-check';
import { countLogin } from '../../credentials/iam/loginRate.ts';
import { parseSession } from '../../credentials/iam/session.ts';
import { isUsable } from '../../credentials/iam/sessionStore.ts';
import { forgetSessions } from '../support/sessions.mts';
import { createApiClient } from '../../nodes/shared/client/client.ts';
import type { ApiContext, CredentialSnapshot } from '../../nodes/shared/client/send.ts';
import { fixed } from './support/settings.mts';
import { trials, type Scripted, type Trial } from './support/retryTrials.mts';

const NOW = Date.parse('2026-11-01T00:00:00Z');

/** Far more than any policy here allows: an endless loop becomes a failure. */
const MOST_CALLS = 100;

const MOST_SLICES = 10_000;

/** New logins that a call gets at once, whatever dies; time stands still here. */
const MOST_LOGINS = 4;

const session = (token: number): string =>
	JSON.stringify({ token: `t${token}`, projectId: 'p', expiresAt: NOW + 1, fingerprint: 'f' });

/** Logs in when the session of a credential cannot be used, as n8n and the credential do. */
function logInFor({ data }: Pick<CredentialSnapshot, 'data'>, tokens: { issued: number }): void {
	if (isUsable(parseSession(data.session), 'f', NOW)) return;
	countLogin('f', NOW);
	data.session = session(++tokens.issued);
}

/** @returns how many calls were free repeats after a new login */
const renewalsIn = (calls: readonly Scripted[]): number =>
	Math.min(MOST_LOGINS, calls.slice(0, -1).filter(({ meaning }) => meaning === 'deadToken').length);

/** Makes one call; the service goes through the script again and again. */
async function play({ script, policy, idempotent, chances }: Trial, stopAfter = Infinity) {
	const calls: Scripted[] = [];
	/** The pauses in ms before the second call, the third and so on. */
	const pauses: number[] = [];
	const slices: number[] = [];
	let asked = 0;
	const controller = new AbortController();
	const tokens = { issued: 0 };
	forgetSessions();
	const httpRequestWithAuthentication = async (
		_type: string,
		_options: object,
		{ credentialsDecrypted }: { credentialsDecrypted: CredentialSnapshot },
	) => {
		logInFor(credentialsDecrypted, tokens);
		const next = script[calls.length % script.length];
		if (calls.length > MOST_CALLS) throw new Error('There is no end to the calls');
		calls.push(next);
		pauses.push(0);
		if (next.answer instanceof Error) throw next.answer;
		const headers = next.retryAfter === undefined ? {} : { 'retry-after': next.retryAfter };
		return { ...next.answer, headers };
	};
	const context = {
		getExecutionCancelSignal: () => controller.signal,
		getCredentials: async () => ({}),
		helpers: { httpRequestWithAuthentication },
	} as unknown as ApiContext;
	const credential = { id: '1', name: 'OTC', data: { session: session(0) } };
	const client = createApiClient(context, credential, policy, {
		now: () => NOW,
		random: () => chances[asked++ % chances.length],
		sleep: async (milliseconds) => {
			if (slices.length > MOST_SLICES) throw new Error('There is no end to the pauses');
			slices.push(milliseconds);
			pauses[pauses.length - 1] += milliseconds;
			if (slices.length >= stopAfter) controller.abort();
		},
	});
	const result = await client.call({
		service: 'drs',
		method: 'POST',
		path: '/v3/{project_id}/jobs',
		idempotent,
		purpose: 'Test',
	});
	return { result, calls, pauses, slices };
}

describe('a call, whatever the service answers', () => {
	it('is repeated only when that is safe, and only as often as allowed', async () => {
		await fc.assert(
			fc.asyncProperty(trials, async (trial) => {
				const { calls } = await play(trial);
				const { maxAttempts } = trial.policy;
				for (const { meaning } of calls.slice(0, -1)) {
					const isSafe =
						meaning === 'notDone' ||
						meaning === 'deadToken' ||
						(meaning === 'unclear' && trial.idempotent);
					expect(`${meaning}: ${isSafe}`).toBe(`${meaning}: true`);
				}
				expect(calls.length - renewalsIn(calls)).toBeLessThanOrEqual(maxAttempts);
			}),
			fixed(300),
		);
	});

	it('ends with what the last answer means, and not before its attempts are used', async () => {
		await fc.assert(
			fc.asyncProperty(trials, async (trial) => {
				const { result, calls } = await play(trial);
				const { meaning } = calls[calls.length - 1];
				expect(result.ok).toBe(meaning === 'served');
				if (result.ok) return;
				expect(result.executed).toBe(meaning === 'unclear' ? 'unknown' : 'no');
				const isRepeatable =
					meaning === 'notDone' ||
					meaning === 'deadToken' ||
					(meaning === 'unclear' && trial.idempotent);
				if (isRepeatable) expect(calls.length - renewalsIn(calls)).toBe(trial.policy.maxAttempts);
			}),
			fixed(300),
		);
	});

	it('waits as long as the service asks and never longer than allowed', async () => {
		await fc.assert(
			fc.asyncProperty(trials, async (trial) => {
				const { calls, pauses, slices } = await play(trial);
				const most = trial.policy.maxWaitSeconds * 1_000;
				for (const [index, pause] of pauses.entries()) {
					const { retryAfter: value = '', answer } = calls[index];
					const asked = /^\d+$/.test(value) && !(answer instanceof Error) ? Number(value) : 0;
					const isRepeated = index < calls.length - 1 && calls[index].meaning !== 'deadToken';
					expect(pause).toBeLessThanOrEqual(most);
					expect(pause).toBeGreaterThanOrEqual(isRepeated ? Math.min(asked * 1_000, most) : 0);
				}
				expect(slices.every((slice) => slice > 0)).toBe(true);
				expect(pauses.at(-1)).toBe(0);
			}),
			fixed(300),
		);
	});

	it('is over when the execution is stopped', async () => {
		await fc.assert(
			fc.asyncProperty(trials, fc.integer({ min: 1, max: 20 }), async (trial, stopAfter) => {
				const { result, slices } = await play(trial, stopAfter);
				expect(slices.length).toBeLessThanOrEqual(stopAfter);
				if (slices.length === stopAfter) expect(result.ok).toBe(false);
			}),
			fixed(200),
		);
	});
});
