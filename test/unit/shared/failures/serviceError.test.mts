import { ERROR_CATALOGUE } from '../../../../nodes/shared/failures/catalogue.ts';
import {
	readServiceError,
	serviceFailure,
} from '../../../../nodes/shared/failures/serviceError.ts';
import documented from '../../../fixtures/reference/error-codes.json' with { type: 'json' };

describe('the error catalogue', () => {
	it('explains exactly the documented codes', () => {
		expect([...ERROR_CATALOGUE.keys()].sort()).toEqual(documented.map(({ code }) => code).sort());
	});

	it.each([...ERROR_CATALOGUE])(
		'%s has a meaning and a remedy in whole sentences',
		(_code, { meaning, remedy }) => {
			for (const sentence of [meaning, remedy]) expect(sentence).toMatch(/^[A-Z"].{15,}\.$/);
		},
	);
});

/** What JSON can make of an object that cannot become a text. */
const HOSTILE = { toString: 1, valueOf: 1 };

describe('error bodies', () => {
	it.each([
		[{ error_code: HOSTILE, error_msg: HOSTILE }],
		[{ code: HOSTILE, details: { code: HOSTILE } }],
		[{ error: { code: HOSTILE, message: 'words' } }],
	])('do not fail for objects that are no texts: %j', (body) => {
		expect(readServiceError(body).code).toBeUndefined();
	});

	it.each([
		[{ error_code: 'DRS.M00202', error_msg: 'bad' }, 'DRS.M00202', 'bad'],
		[{ error_msg: 'old', error_code: 'APIGW.0307', request_id: 'r' }, 'APIGW.0307', 'old'],
		[{ error_code: 'DRS.M05004', error_message: 'gone' }, 'DRS.M05004', 'gone'],
		[{ error: { code: 401, message: 'wrong', title: 'Unauthorized' } }, undefined, 'wrong'],
		[
			{ error: { code: '111401001', message: 'Invalid token.', ext_message: null } },
			'111401001',
			'Invalid token.',
		],
		[{ badRequest: { message: 'nova', code: '401' } }, undefined, 'nova'],
		[
			{ error_code: 'APIGW.0301', error_msg: 'bad sign, canonicalRequest:GET|/v3/' },
			'APIGW.0301',
			'bad sign',
		],
		[
			{
				code: 401,
				element: 'Unauthorized',
				message: 'm',
				details: { details: 'd', code: 'ces.0015' },
			},
			'ces.0015',
			'd',
		],
	])('reads %p', (body, code, message) => {
		expect(readServiceError(body)).toEqual({ code, message });
	});

	it.each([['<html>'], [undefined], [null], [[]], [{}]])('finds nothing in %p', (body) => {
		expect(readServiceError(body)).toEqual({ code: undefined, message: undefined });
	});
});

describe('failures of the service', () => {
	it('says what to do about a redirect without a body', () => {
		const { message, description } = serviceFailure({}, { httpStatus: 302 });
		expect(message).toContain('redirect');
		expect(description).toMatch(/.{10}/);
	});

	it('join the words of the service with meaning and remedy', () => {
		const failure = serviceFailure(
			{ code: 'DRS.M00277', message: 'The task name already exists.' },
			{ subject: 'Task "shop"', httpStatus: 422, requestId: 'req-1', jobName: 'shop' },
		);
		expect(failure).toMatchObject({
			message: 'Task "shop": The task name already exists (DRS.M00277)',
			errorCode: 'DRS.M00277',
			httpStatus: 422,
			requestId: 'req-1',
		});
		expect(failure.description).toContain('Return Existing Task');
	});

	it('keep the words of an unknown code', () => {
		const failure = serviceFailure(
			{ code: 'DRS.M99999', message: 'Brand new.' },
			{ httpStatus: 400 },
		);
		expect(failure.message).toBe('Brand new (DRS.M99999)');
	});

	it('keep the words of a service short, and read nothing but texts and numbers', () => {
		const long = serviceFailure({ code: 'C'.repeat(9_000), message: 'x'.repeat(9_000) }, {});
		expect(long.message.length).toBeLessThan(2_200);
		expect(long.errorCode?.length).toBeLessThanOrEqual(100);
		const odd = serviceFailure({ code: HOSTILE, message: HOSTILE } as never, { httpStatus: 400 });
		expect(odd.message).toBe('The service refused the request (HTTP 400)');
	});

	it('say something useful without a body', () => {
		const failure = serviceFailure({}, { httpStatus: 503 });
		expect(failure.message).toBe('The service is currently unavailable (HTTP 503)');
		expect(failure.description).toBe('Run the node again in a minute.');
	});
});
