import type { IDataObject } from 'n8n-workflow';

/** Why an item could not be served. Failures are values: one bad item never hides the others. */
export interface Failure {
	/** What happened, in one sentence that names the field or the task. */
	message: string;
	/** The likely cause and what to do about it. */
	description?: string;
	/** The service's own code, such as `DRS.M00277`. */
	errorCode?: string;
	httpStatus?: number;
	/** What Open Telekom Cloud's support asks for. */
	requestId?: string;
	jobId?: string;
	jobName?: string;
	/** Set when it may be over at another attempt: the service was busy, not available, or contradicted itself. */
	isTransient?: boolean;
	/** Set when nobody knows whether the request was carried out: when it was sent first, in ms since 1970. */
	sentAt?: number;
	/** Set when the service answered, and left the task out. */
	leftOut?: boolean;
	/** More that helps, such as the failed items of a pre-check; becomes part of the item's error. */
	details?: IDataObject;
}

/** The answer to one item: its value, or why there is none. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** @returns the outcome of an item that was served. */
export function success<T>(value: T): Outcome<T> {
	return { ok: true, value };
}

/** @returns the outcome of an item that was not served. */
export function failed<T>(failure: Failure): Outcome<T> {
	return { ok: false, failure };
}
