/** Calls at the same time at the beginning: a hundred calls, which is ten thousand tasks, go out in two rounds. */
const FIRST_WIDTH = 50;

/** The most calls at the same time: each holds a connection. */
export const MAX_WIDTH = 100;

/** How many calls may be under way at the same time, as the answers of the service so far suggest. */
export interface Pace {
	/** Calls at the same time, at least 1. */
	readonly width: number;
	/** How often the service was too busy. Calls that began before the last time tell nothing new. */
	readonly refusals: number;
}

/** The pace at which a run begins. */
export const FIRST_PACE: Pace = { width: FIRST_WIDTH, refusals: 0 };

/**
 * As in the congestion control of TCP (RFC 5681): until the service was too busy for the first time, the width doubles with
 * each round of calls; from then on it grows by one.
 *
 * @returns the pace after a call that was answered
 */
export const afterAnswer = ({ width, refusals }: Pace): Pace => ({
	width: Math.min(MAX_WIDTH, width + (refusals === 0 ? 1 : 1 / width)),
	refusals,
});

/** @returns whether the pace has been halved since a call was sent: calls that go out together are refused together */
export const isOutdated = (begun: Pace, pace: Pace): boolean => begun.refusals < pace.refusals;

/**
 * @param pace the pace now
 * @param begun the pace when the refused call was sent
 * @returns half of it; the same if it has been halved since then
 */
export const afterRefusal = (pace: Pace, begun: Pace): Pace =>
	isOutdated(begun, pace)
		? pace
		: { width: Math.max(1, pace.width / 2), refusals: pace.refusals + 1 };
