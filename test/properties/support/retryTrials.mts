import fc from 'fast-check';
import { CredentialProblem } from '../../../credentials/iam/CredentialProblem.ts';
import type { RetryPolicy } from '../../../nodes/shared/http/types.ts';
import { connectionError, type FakeAnswer } from '../../support/fakeContext.mts';

/** What an answer means, said by who wrote the answer and not by the code under test. */
type Meaning = 'served' | 'notDone' | 'unclear' | 'refused' | 'deadToken';

export interface Scripted {
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

export const retryAfter = fc.option(
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
export const chance = fc.nat(999).map((value) => value / 1_000);

export const trials = fc.record({
	script: fc.array(scripted, { minLength: 1, maxLength: 8 }),
	policy: policies,
	idempotent: fc.boolean(),
	chances: fc.array(chance, { minLength: 1, maxLength: 5 }),
});

export type Trial = typeof trials extends fc.Arbitrary<infer T> ? T : never;
