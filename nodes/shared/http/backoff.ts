const FIRST_CEILING_SECONDS = 1;

/**
 * Reads the header `Retry-After` (RFC 9110, 10.2.3): seconds, or an HTTP date.
 *
 * @param value the header, or undefined when it is absent
 * @param now the present time in ms since 1970
 * @returns the pause in seconds, or undefined when there is none to obey
 */
export function retryAfterSeconds(value: string | undefined, now: number): number | undefined {
	if (value === undefined || value.trim() === '') return undefined;
	if (/^\d+$/.test(value.trim())) return Number(value);
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/**
 * Exponential backoff with full jitter: a random pause between zero and a ceiling that doubles from attempt to attempt.
 * What the service asks for by `Retry-After` is the least; the jitter comes on top, so that calls do not return in step.
 * No pause is longer than the user allows.
 *
 * @param attempt the number of attempts made so far, from 1
 * @param options ceiling in seconds, what `Retry-After` asks for in seconds, and the source of randomness (0 to 1)
 * @returns the pause in ms
 */
export function backoffMilliseconds(
	attempt: number,
	options: { maxWaitSeconds: number; retryAfter?: number; random: () => number },
): number {
	const ceiling = Math.min(options.maxWaitSeconds, FIRST_CEILING_SECONDS * 2 ** (attempt - 1));
	const jitter = options.random() * ceiling;
	const seconds = Math.min((options.retryAfter ?? 0) + jitter, options.maxWaitSeconds);
	return Math.round(seconds * 1000);
}
