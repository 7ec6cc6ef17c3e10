import fc from 'fast-check';
import { CredentialProblem } from '../../credentials/iam/CredentialProblem.ts';
import { countLogin } from '../../credentials/iam/loginRate.ts';
import { parseSession } from '../../credentials/iam/session.ts';
import { isUsable } from '../../credentials/iam/sessionStore.ts';
import { forgetSessions } from '../support/sessions.mts';
import { backoffMilliseconds, retryAfterSeconds } from '../../nodes/shared/http/backoff.ts';
import { createApiClient } from '../../nodes/shared/client/client.ts';
import type { ApiContext, CredentialSnapshot } from '../../nodes/shared/client/send.ts';
import type { RetryPolicy } from '../../nodes/shared/http/types.ts';
import { connectionError, type FakeAnswer } from '../support/fakeContext.mts';
import { fixed } from './support/settings.mts';

const NOW = Date.parse('2026-11-01T00:00:00Z');

/** Far more than any policy here allows: an endless loop becomes a failure. */
const MOST_CALLS = 100;
const MOST_SLICES = 10_000;

/** What an answer means, said by who wrote the answer and not by the code under test. */
type Meaning = 'served' | 'notDone' | 'unclear' | 'refused' | 'deadToken';

interface Scripted {
	meaning: Meaning;
	answer: FakeAnswer;
	retryAfter?: string;
}

const drs = (statusCode: number, code: string): FakeAnswer => ({
	statusCode,
	body: { error_code: code, error_msg: 'words' },
});

const ANSWERS: Record<Meaning, FakeAnswer[]> = {
	served: [{ statusCode: 200, body: { results: [] } }],
	notDone: [
		{ statusCode: 429, body: '' },
		drs(400, 'DRS.M01503'),
		drs(202, 'DRS.M01504'),
		connectionError('ECONNREFUSED'),
		new CredentialProblem('IAM cannot be reached', 'Try again.', true),
	],
	unclear: [
		drs(500, 'DRS.M00004'),
		{ statusCode: 504, body: '<html>' },
		{ statusCode: 200, body: '<html>' },
		connectionError('ECONNRESET'),
		connectionError('ECONNABORTED'),
	],
	refused: [
		drs(400, 'DRS.M00202'),
		drs(403, 'DRS.M00102'),
		drs(401, 'APIGW.0301'),
		connectionError('ENOTFOUND'),
		new CredentialProblem('The password is wrong', 'Correct it.'),
	],
	deadToken: [drs(403, 'DRS.M00100'), drs(401, 'APIGW.0307')],
};

const retryAfter = fc.option(
	fc.oneof(
		fc.nat(1_000).map(String),
		fc.constantFrom('', 'soon', '-5', '1e9', '9'.repeat(400), 'Sun, 01 Nov 2026 00:00:30 GMT'),
		fc.string(),
	),
	{ nil: undefined },
);

const scripted: fc.Arbitrary<Scripted> = fc
	.oneof(
		{ weight: 1, arbitrary: fc.constantFrom<Meaning>('served', 'refused', 'deadToken') },
		{ weight: 6, arbitrary: fc.constantFrom<Meaning>('notDone', 'unclear') },
	)
	.chain((meaning) =>
		fc.record({
			meaning: fc.constant(meaning),
			answer: fc.constantFrom(...ANSWERS[meaning]),
			retryAfter,
		}),
	);

const policies: fc.Arbitrary<RetryPolicy> = fc.record({
	maxAttempts: fc.integer({ min: 1, max: 20 }),
	maxWaitSeconds: fc.nat(60),
});

/** Evenly spread, unlike `fc.double`, most of whose values are next to nothing. */
const chance = fc.nat(999).map((value) => value / 1_000);

const trials = fc.record({
	script: fc.array(scripted, { minLength: 1, maxLength: 8 }),
	policy: policies,
	idempotent: fc.boolean(),
	chances: fc.array(chance, { minLength: 1, maxLength: 5 }),
});

type Trial = typeof trials extends fc.Arbitrary<infer T> ? T : never;

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

describe('the pause before another attempt', () => {
	it('is never negative and never above the ceiling', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 5_000 }),
				fc.integer({ min: 0, max: 600 }),
				fc.option(fc.double({ min: 0, noNaN: true }), { nil: undefined }),
				chance,
				(attempt, maxWaitSeconds, asked, random) => {
					const pause = backoffMilliseconds(attempt, {
						maxWaitSeconds,
						retryAfter: asked,
						random: () => random,
					});
					const most = maxWaitSeconds * 1_000;
					expect(pause).toBeGreaterThanOrEqual(Math.min(Math.round((asked ?? 0) * 1_000), most));
					expect(pause).toBeLessThanOrEqual(most);
				},
			),
			fixed(1_000),
		);
	});

	it('is read from any header without a negative or senseless number', () => {
		const header = fc.oneof(
			fc.string(),
			fc.integer().map(String),
			fc.date().map((date) => date.toUTCString()),
		);
		fc.assert(
			fc.property(header, fc.nat(), (value, now) => {
				const seconds = retryAfterSeconds(value, now);
				expect(seconds === undefined || seconds >= 0).toBe(true);
			}),
			fixed(1_000),
		);
	});
});
