import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { Failure } from '../failures/failure';

/** The services of Open Telekom Cloud that the node talks to; the credential knows their hosts. */
export type Service = 'drs' | 'rds' | 'dds' | 'gaussdb-mysql' | 'vpc' | 'eps' | 'ces';

/** One call of a service. */
export interface ApiRequest {
	service: Service;
	method: IHttpRequestMethods;
	/** Path with the literal `{project_id}`, which the credential replaces. */
	path: string;
	query?: Record<string, string | number>;
	body?: IDataObject;
	/** Whether sending it twice has the effect of sending it once. Only such a call is repeated after an unclear end. */
	idempotent: boolean;
	/** Whether its answer has `results`, each with the verdict on one task: they count then, whatever the HTTP status is. */
	readsResults?: boolean;
	/** What the call is for, in the words of a message, such as `Task status query`. */
	purpose: string;
}

/** A response with a JSON body. */
export interface ApiResponse {
	status: number;
	headers: Readonly<Record<string, string | undefined>>;
	body: IDataObject;
}

/** What became of sending a request once. */
export type Exchange =
	| {
			kind: 'response';
			status: number;
			headers: Record<string, string | undefined>;
			body?: unknown;
			/** Why the body was not read. */
			damage?: string;
	  }
	| { kind: 'network'; code: string; words: string }
	| {
			kind: 'credential';
			message: string;
			description?: string;
			/** What was thrown, if another login may succeed. */
			transient?: Error;
	  };

/**
 * What a call ended with. `executed` tells whether the service may have done the work although no usable answer came:
 * `no` when it certainly did not, `unknown` after a lost or damaged answer. `divisible` tells that the refusal may be
 * about one part of the request only.
 */
export type CallResult =
	| { ok: true; response: ApiResponse }
	| { ok: false; failure: Failure; executed: 'no' | 'unknown'; divisible: boolean };

/** How stubborn the transport is. */
export interface RetryPolicy {
	/** Attempts per call in all, the first included. Calls that are refused together use up one attempt of one of them. */
	maxAttempts: number;
	/** Longest pause before one attempt, and ceiling for `Retry-After`, in seconds. */
	maxWaitSeconds: number;
}

/** The defaults of the node's retry options. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = { maxAttempts: 5, maxWaitSeconds: 60 };
