/** All kinds of fault, for checks and help texts. */
export const FAULT_KINDS = [
	'dropBefore',
	'dropAfter',
	'tooManyRequests',
	'serverError',
	'outage',
	'tooFrequent',
	'busy',
	'redirect',
	'truncated',
	'html',
	'delay',
	'deadToken',
	'forbidden',
	'unauthorizedPermission',
	'missingResult',
	'duplicateResult',
	'nullCodes',
	'resultFailedBefore',
	'resultFailedAfter',
	'resultsRefused',
	'listMissing',
	'listShort',
	'listLags',
	'nameAccepted',
] as const;

/** What can go wrong with a call. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Which calls go wrong, and how. Without a limit every matching call does. */
export interface FaultRule {
	kind: FaultKind;
	/** Operations of the contract; all of them if left out. */
	operation?: string | string[];
	service?: string;
	/** How many calls go wrong in all. */
	times?: number;
	/** One in so many matching calls. */
	every?: number;
	/** Share of the matching calls, from 0 to 1, by the simulator's seed. */
	rate?: number;
	/** Matching calls that pass first. */
	skip?: number;
	/** How long calls go wrong, in ms by the simulator's clock, from the first one on. */
	forMs?: number;
	/** HTTP status of `serverError` (500), `html` (502), `outage` (503), `redirect` (302) and `resultsRefused` (400). */
	status?: number;
	/** Header of `tooManyRequests` and `tooFrequent`. */
	retryAfterSeconds?: number;
	/** Length of `delay`, in real ms. */
	delayMs?: number;
	/** Code in the result that fails; `DRS.M01501`, or `DRS.M01503` for `resultsRefused`, if left out. */
	code?: string;
	/** `listLags`: creations that are younger do not show in the list, in ms; 10,000 if left out. */
	lagMs?: number;
}
