import { connectionFault } from '../failures/connection';
import type { Failure } from '../failures/failure';
import { readReason, serviceFailure } from '../failures/serviceError';
import type { Verdict } from './classify';
import type { ApiRequest, CallResult, Exchange } from './types';

const UNDIVIDED_STATUSES = new Set([401, 403, 404, 408, 429]);

const UNREADABLE = 'The response is not JSON. A proxy or the gateway may have damaged it';

/** @returns why the call failed, in words for the user. */
function explain({ purpose, service }: ApiRequest, exchange: Exchange): Failure {
	if (exchange.kind === 'credential') {
		return { message: exchange.message, description: exchange.description };
	}
	if (exchange.kind === 'network') {
		const { words, remedy } = connectionFault(exchange.code);
		return {
			message: `${purpose}: no connection to the service "${service}"`,
			description: `${remedy} Cause: ${exchange.words || words}`,
		};
	}
	const { status, headers, body, damage } = exchange;
	const isReadable =
		(typeof body === 'object' && body !== null) || (status >= 300 && damage === undefined);
	return serviceFailure(isReadable ? readReason(body) : { message: damage ?? UNREADABLE }, {
		subject: purpose,
		httpStatus: status,
		requestId: headers['x-request-id'],
	});
}

/**
 * Tells what a call that is not repeated has ended with.
 *
 * @param request the call
 * @param exchange what became of its last attempt
 * @param verdict what that means
 * @returns why it failed, and what is known of its execution
 */
export function callFailure(
	request: ApiRequest,
	exchange: Exchange,
	verdict: Exclude<Verdict, 'answer'>,
): Extract<CallResult, { ok: false }> {
	const failure = explain(request, exchange);
	const isTransient = verdict === 'notExecuted' || verdict === 'unclear';
	return {
		ok: false,
		failure: isTransient ? { ...failure, isTransient } : failure,
		executed: verdict === 'unclear' ? 'unknown' : 'no',
		divisible:
			verdict === 'refused' &&
			exchange.kind === 'response' &&
			!UNDIVIDED_STATUSES.has(exchange.status),
	};
}
