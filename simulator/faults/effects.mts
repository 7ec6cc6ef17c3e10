import { refusal, type Answer } from '../http/answer.mts';
import type { FaultRule } from './kinds.mts';
import { entriesOf, failedEntry } from './results.mts';

const page = (status: number, words: string): Answer => ({
	status,
	body: `<html><head><title>${status} ${words}</title></head><body>${words}</body></html>`,
	headers: { 'Content-Type': 'text/html' },
});

/** The page that a redirect leads to. */
const LOGIN_PAGE = '/__simulator/login';
export const loginPage = (): Answer => page(200, 'Log in');

const retryAfter = ({ retryAfterSeconds }: FaultRule): Record<string, string> | undefined =>
	retryAfterSeconds === undefined ? undefined : { 'Retry-After': String(retryAfterSeconds) };

/** A call of which every entry is refused, in the form that an answer about tasks that are gone has. */
function refuseAll(rule: FaultRule, operation: string, body: unknown): Answer | undefined {
	const batch = entriesOf(body);
	if (!batch) return undefined;
	const results = batch.entries.map((entry) =>
		failedEntry(operation, entry, rule.code ?? 'DRS.M01503'),
	);
	return { status: rule.status ?? 400, body: { count: results.length, results } };
}

/** @returns the answer of a fault that keeps the work from being done; undefined for a fault of another sort. */
export function answerBeforeWork(
	rule: FaultRule | undefined,
	operation: string,
	body: unknown,
): Answer | undefined {
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
		case 'outage':
			return page(rule.status ?? 503, 'Service Unavailable');
		case 'redirect': {
			const answer = page(rule.status ?? 302, 'Found');
			return { ...answer, headers: { ...answer.headers, Location: LOGIN_PAGE } };
		}
		case 'resultsRefused':
			return refuseAll(rule, operation, body);
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

/** @returns an answer with an HTML page in place of its body */
export const htmlPage = (rule: FaultRule): Answer => page(rule.status ?? 502, 'Bad Gateway');
