import { classify, isDeadToken } from '../../../../nodes/shared/http/classify.ts';
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
		['redirect', response(302), 'redirected'],
		['permanent redirect', response(308), 'redirected'],
		['redirect after work', response(303), 'unclear'],
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

describe('results of tasks in a refusal', () => {
	const answer = (status: number, body: unknown) =>
		({ kind: 'response', status, headers: {}, body }) as const;
	const RESULTS = { count: 1, results: [{ id: 'a', error_code: 'DRS.M05004' }] };

	it.each([
		[400, RESULTS, 'answer'],
		[409, RESULTS, 'answer'],
		[422, RESULTS, 'answer'],
		[200, RESULTS, 'answer'],
		[400, { results: [] }, 'refused'],
		[400, { results: null }, 'refused'],
		[429, RESULTS, 'notExecuted'],
		[500, RESULTS, 'unclear'],
		[200, { error_code: null, results: [] }, 'answer'],
		[200, { error_code: '', results: [] }, 'answer'],
		[200, { error_code: 'DRS.M00300' }, 'refused'],
	])('%i %j: %s', (status, body, verdict) => {
		expect(classify(answer(status, body), true)).toBe(verdict);
	});

	it('are a refusal to a caller that does not read them', () => {
		expect(classify(answer(400, RESULTS))).toBe('refused');
	});
});
