import { refusal, type Answer } from '../http/answer.mts';
import type { FaultRule } from './injector.mts';

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';

const retryAfter = ({ retryAfterSeconds }: FaultRule): Record<string, string> | undefined =>
	retryAfterSeconds === undefined ? undefined : { 'Retry-After': String(retryAfterSeconds) };

/** @returns the answer of a fault that keeps the work from being done; undefined for a fault of another sort. */
export function answerBeforeWork(rule: FaultRule | undefined): Answer | undefined {
	switch (rule?.kind) {
		case 'tooManyRequests':
			return refusal(
				429,
				'APIGW.0308',
				'The throttling threshold has been reached.',
				retryAfter(rule),
			);
		case 'serverError':
			return refusal(rule.status ?? 500, 'DRS.M00004', 'Service is abnormal. Check logs.');
		case 'tooFrequent':
			return refusal(
				400,
				'DRS.M01503',
				'Operation too frequent. Try again later.',
				retryAfter(rule),
			);
		case 'busy':
			return refusal(
				202,
				'DRS.M01504',
				'Another operation is being performed on the migration task or the migration task is abnormal.',
			);
		case 'deadToken':
			return refusal(403, 'DRS.M00100', 'Invalid token.');
		case 'forbidden':
			return refusal(403, 'DRS.M00102', 'Insufficient user permissions.');
		case 'unauthorizedPermission':
			return refusal(
				401,
				'DRS.M00103',
				'You do not have operation permissions. Check account permissions on IAM.',
			);
		default:
			return undefined;
	}
}

/** @returns the answer as a fault leaves it after the work was done. */
export function spoil(rule: FaultRule | undefined, answer: Answer): Answer {
	if (rule?.kind === 'html') {
		return { status: rule.status ?? 502, body: HTML, headers: { 'Content-Type': 'text/html' } };
	}
	const body = answer.body as { results?: unknown[] } | undefined;
	if (!Array.isArray(body?.results)) return answer;
	if (rule?.kind === 'missingResult') {
		return { ...answer, body: { ...body, results: body.results.slice(1) } };
	}
	if (rule?.kind === 'duplicateResult') {
		return {
			...answer,
			body: { ...body, results: [...body.results, ...body.results.slice(0, 1)] },
		};
	}
	return answer;
}
