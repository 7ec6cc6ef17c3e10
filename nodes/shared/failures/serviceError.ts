import { authHint } from './authErrors';
import { ERROR_CATALOGUE } from './catalogue';
import type { Failure } from './failure';
import { isObject } from '../values/isObject';
import { recordsIn } from '../values/json';
import { property, readString } from '../values/read';

/** The code and the words of a service, whatever the shape of its body. */
export interface ServiceError {
	code?: string;
	message?: string;
}

/** A longer text of a service is cut: nobody reads it, and it would fill the data of the execution. */
const MAX_TEXT = 2_000;

const MAX_CODE = 100;

const numberOrString = (value: unknown): string | undefined =>
	typeof value === 'number' ? String(value) : readString(value);

/** @returns the first of the values that is a text or a number, cut to a length that can be shown. */
export const serviceText = (...values: unknown[]): string | undefined =>
	values
		.map(numberOrString)
		.find((value) => value !== undefined)
		?.slice(0, MAX_TEXT);

/** IAM repeats the HTTP status as a code; that is no code of its own. */
const codeText = (...values: unknown[]): string | undefined =>
	serviceText(...values.filter((value) => !/^\d{3}$/.test(numberOrString(value) ?? '')))?.slice(
		0,
		MAX_CODE,
	);

/** A refused signature comes with the whole request as the server read it, which helps nobody in a message. */
function withoutCanonicalRequest(words: string | undefined): string | undefined {
	const at = words?.indexOf('canonicalRequest:') ?? -1;
	return at < 0 ? words : words?.slice(0, at).trimEnd().replace(/,$/, '');
}

/**
 * Reads the code and message of an error body. Five shapes occur: DRS, IAM v3.0 and the gateway
 * (`error_code`, `error_msg` or `error_message`), IAM's Keystone form (`error.message`), the form
 * with a string code (`error.code`), the nova form (`badRequest.message`) and Cloud Eye's
 * (`message`, `details.code`).
 *
 * @param body the parsed body, of any type
 * @returns what could be found; both fields are absent for HTML, text and empty bodies
 */
export function readServiceError(body: unknown): ServiceError {
	if (!isObject(body)) return {};
	const nested = [body.error, body.badRequest, ...Object.values(body)].find(
		(value) => isObject(value) && serviceText(value.message) !== undefined,
	);
	const inner = isObject(nested) ? nested : {};
	const details = isObject(body.details) ? body.details : {};
	return {
		code: codeText(body.error_code, details.code, body.errCode, inner.code, body.code),
		message: withoutCanonicalRequest(
			serviceText(
				body.error_msg,
				body.error_message,
				inner.message,
				details.details,
				body.externalMessage,
				body.message,
			),
		),
	};
}

/**
 * @param body of a refusal that is not read task by task
 * @returns its code and message; where it has none, those of the first of its `results` that has some
 */
export function readReason(body: unknown): ServiceError {
	const whole = readServiceError(body);
	if (whole.code !== undefined || whole.message !== undefined) return whole;
	const reasons = recordsIn(property(body, 'results')).map(readServiceError);
	return reasons.find(({ code, message }) => (code ?? message) !== undefined) ?? whole;
}

const STATUS_MEANING: ReadonlyMap<number, [meaning: string, remedy: string]> = new Map([
	[400, ['The service refused the request.', 'Correct the value named by the service.']],
	[
		401,
		['The service refused the credential.', 'Test the credential "Open Telekom Cloud (OTC) API".'],
	],
	[
		403,
		['The user lacks a permission.', 'Grant the permission in this project, or use another user.'],
	],
	[
		404,
		[
			'The service does not know this URL.',
			'Check the region of the credential, and that the service is offered there.',
		],
	],
	[408, ['The service did not respond in time.', 'Run the node again.']],
	[
		429,
		[
			'The service receives too many requests. Several attempts failed.',
			'Lower "Concurrency" or raise "Max Attempts".',
		],
	],
]);

/** @returns the general meaning and remedy of an HTTP status. */
function statusMeaning(status: number | undefined): [meaning: string, remedy: string] {
	const known = status === undefined ? undefined : STATUS_MEANING.get(status);
	if (known) return known;
	if (status !== undefined && status >= 300 && status < 400) {
		return ['The service responded with a redirect.', 'Check the endpoints of the credential.'];
	}
	return status !== undefined && status >= 500
		? ['The service is currently unavailable.', 'Run the node again in a minute.']
		: ['The service refused the request.', 'Correct the value named by the service.'];
}

/**
 * Explains a service's refusal with the catalogue of documented codes; an unknown code keeps the service's own words.
 *
 * @param service the code and the words of the service; too long ones are cut, and what is no text is left out
 * @param details what was being done (`subject`, such as `Task "shop"`), HTTP status and request ID
 * @returns the failure to show, with meaning and remedy as its description
 */
export function serviceFailure(
	service: ServiceError,
	details: {
		subject?: string;
		httpStatus?: number;
		requestId?: string;
		jobId?: string;
		jobName?: string;
	},
): Failure {
	const error: ServiceError = {
		code: codeText(service.code),
		message: serviceText(service.message),
	};
	const known = error.code === undefined ? undefined : ERROR_CATALOGUE.get(error.code);
	const hint = known ? undefined : authHint({ ...error, status: details.httpStatus });
	const general = statusMeaning(details.httpStatus);
	const [meaning, remedy] = known
		? [known.meaning, known.remedy]
		: hint === undefined
			? general
			: [hint, ''];
	const words = error.message ?? (hint === undefined ? meaning : general[0]);
	const tag =
		error.code ?? (details.httpStatus === undefined ? undefined : `HTTP ${details.httpStatus}`);
	return {
		message: `${details.subject ? `${details.subject}: ` : ''}${tag ? `${words.replace(/\.$/, '')} (${tag})` : words}`,
		description: `${words === meaning ? '' : `${meaning} `}${remedy}`.trim(),
		errorCode: error.code,
		httpStatus: details.httpStatus,
		requestId: details.requestId,
		jobId: details.jobId,
		jobName: details.jobName,
	};
}
