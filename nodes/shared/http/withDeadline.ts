import type { IHttpRequestOptions } from 'n8n-workflow';

/**
 * Gives a request an end. n8n's own timeout watches for silence only, so that a service which sends a byte now and then
 * would hold the call forever.
 *
 * @param options a request; its `timeout`, in ms, becomes the longest time from its start to the last byte of its answer
 * @returns a copy, or the request itself if it has no timeout
 */
export function withDeadline<T extends IHttpRequestOptions>(options: T): T {
	const { timeout, abortSignal } = options;
	if (timeout === undefined) return options;
	const deadline = AbortSignal.timeout(timeout);
	const signals = abortSignal === undefined ? [] : [abortSignal as AbortSignal];
	return { ...options, abortSignal: AbortSignal.any([...signals, deadline]) };
}
