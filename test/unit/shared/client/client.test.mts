import { backoffMilliseconds, retryAfterSeconds } from '../../../../nodes/shared/http/backoff.ts';
import { classify, isDeadToken } from '../../../../nodes/shared/http/classify.ts';
import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import type { IDataObject } from 'n8n-workflow';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import {
	connectionError,
	fakeContext,
	type FakeAnswer,
	type FakeContext,
} from '../../../support/fakeContext.mts';
import type { Exchange } from '../../../../nodes/shared/http/types.ts';

const response = (status: number, body: unknown = {}): Exchange => ({
	kind: 'response',
	status,
	headers: {},
	body,
});
const drs = (status: number, code: string) =>
	response(status, { error_code: code, error_msg: 'words' });
const network = (code: string): Exchange => ({ kind: 'network', code, words: '' });

describe('backoff', () => {
	const options = { maxWaitSeconds: 60, random: () => 1 };

	it('doubles the ceiling from attempt to attempt, up to the limit', () => {
		expect([1, 2, 3, 4, 10].map((attempt) => backoffMilliseconds(attempt, options))).toEqual([
			1000, 2000, 4000, 8000, 60_000,
		]);
	});

	it('spreads the pause from zero to the ceiling', () => {
		expect(backoffMilliseconds(3, { ...options, random: () => 0 })).toBe(0);
		expect(backoffMilliseconds(3, { ...options, random: () => 0.25 })).toBe(1000);
	});

	it('waits at least what the service asks for, but not longer than the user allows', () => {
		const calm = { maxWaitSeconds: 60, random: () => 0 };
		expect(backoffMilliseconds(1, { ...calm, retryAfter: 7 })).toBe(7000);
		expect(backoffMilliseconds(1, { ...calm, retryAfter: 3600 })).toBe(60_000);
	});

	it('reads Retry-After as seconds and as a date', () => {
		const now = Date.parse('2026-11-01T00:00:00Z');
		expect(retryAfterSeconds('120', now)).toBe(120);
		expect(retryAfterSeconds('Sun, 01 Nov 2026 00:00:30 GMT', now)).toBe(30);
		expect(retryAfterSeconds('Sat, 31 Oct 2026 00:00:00 GMT', now)).toBe(0);
		expect([undefined, '', 'soon'].map((value) => retryAfterSeconds(value, now))).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});
});

describe('what an exchange means', () => {
	it.each<[string, Exchange, string]>([
		['200', response(200, { results: [] }), 'answer'],
		['202', response(202, { results: [] }), 'answer'],
		['202 with DRS.M01504', drs(202, 'DRS.M01504'), 'notExecuted'],
		['200 with a code at the top', drs(200, 'DRS.M05066'), 'refused'],
		['400 DRS.M01503', drs(400, 'DRS.M01503'), 'notExecuted'],
		['429', response(429, '<html>'), 'notExecuted'],
		['429 with a gateway code', drs(429, 'APIGW.0308'), 'notExecuted'],
		['refused connection', network('ECONNREFUSED'), 'notExecuted'],
		['500', response(500), 'unclear'],
		['500 DRS.M00004', drs(500, 'DRS.M00004'), 'unclear'],
		['502 HTML', response(502, '<html>'), 'unclear'],
		['408', response(408), 'unclear'],
		['HTML in a 200', response(200, '<html>'), 'unclear'],
		['a list in a 200', response(200, []), 'unclear'],
		['broken connection', network('ECONNRESET'), 'unclear'],
		['timeout', network('ECONNABORTED'), 'unclear'],
		['unknown host', network('ENOTFOUND'), 'refused'],
		['bad certificate', network('CERT_HAS_EXPIRED'), 'refused'],
		['400', drs(400, 'DRS.M00202'), 'refused'],
		['403 without permission', drs(403, 'DRS.M00102'), 'refused'],
		['401 without permission', drs(401, 'DRS.M00103'), 'refused'],
		['401 signature', drs(401, 'APIGW.0301'), 'refused'],
		['redirect', response(302), 'refused'],
		['refused login', { kind: 'credential', message: 'no' }, 'refused'],
		['403 DRS.M00100', drs(403, 'DRS.M00100'), 'deadToken'],
		['401 APIGW.0307', drs(401, 'APIGW.0307'), 'deadToken'],
	])('%s', (_name, exchange, verdict) => {
		expect(classify(exchange)).toBe(verdict);
	});

	it.each([
		[
			401,
			{ error: { code: 401, message: 'The token must be updated', title: 'Unauthorized' } },
			true,
		],
		[401, { error_code: 'IAM.0066', error_msg: 'expired' }, true],
		[
			401,
			{
				error_code: 'APIGW.0301',
				error_msg: 'Incorrect IAM authentication information: token expires',
			},
			true,
		],
		[401, { error: { code: '111401001', message: 'Invalid token.' } }, false],
		[401, { error_code: 'APIGW.0301', error_msg: 'verify aksk signature fail' }, false],
		[401, { error: { code: 401, message: 'The username or password is wrong.' } }, false],
		[403, { error_code: 'DRS.M00102', error_msg: 'token' }, false],
		[400, { error_code: 'DRS.M00100' }, false],
	])('%p %p is a dead token: %p', (status, body, dead) => {
		expect(isDeadToken(status, body)).toBe(dead);
	});
});

describe('a call', () => {
	it('never throws, even for a text that is no text', async () => {
		const fake = fakeContext({ parameters: { resource: 'task', operation: 'get' } });
		const client = createApiClient(fake.context, { id: '1', name: 'OTC', data: {} });
		const result = await client.call({
			service: 'vpc',
			method: 'GET',
			path: '/v1/{project_id}/vpcs',
			query: { marker: 'half \ud800', limit: 1 },
			idempotent: true,
			purpose: 'Test',
		});
		expect(result.ok).toBe(true);
		expect(fake.sent[0].url).toContain('?marker=half%20%EF%BF%BD&limit=1');
	});
});

describe('an execution that is stopped', () => {
	const items = Array.from({ length: 100 }, (_, index) => ({ id: `task-${index}` }));
	const stoppedAtFirstAnswer = (operation: string, answer: FakeAnswer) => {
		const fake: FakeContext = fakeContext({
			parameters: {
				resource: 'task',
				operation,
				jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			items,
			continueOnFail: true,
			answer: () => {
				fake.stop();
				return answer;
			},
		});
		return fake;
	};

	it.each([
		['changes', 'delete', { statusCode: 202, body: { results: [] } }],
		['changes whose answer is lost', 'delete', connectionError('ECONNRESET')],
		['queries', 'getStatus', { statusCode: 200, body: { results: [] } }],
	] as Array<[string, string, FakeAnswer]>)(
		'sends no further %s, and every item says so',
		async (_name, operation, answer) => {
			const fake = stoppedAtFirstAnswer(operation, answer);
			const [output] = await router(fake.context);
			expect(fake.sent.length).toBeLessThanOrEqual(4);
			expect(output).toHaveLength(100);
			const messages = output.map(({ json }) => String((json.error as IDataObject).message));
			expect(messages.filter((message) => !/stopped|did not answer/.test(message))).toEqual([]);
		},
	);
});
