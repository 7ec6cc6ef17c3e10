/** A pause that grows by half of itself each time is the first one plus half of the time waited. */
const GROWTH = 0.5;

/**
 * Looks within the execution, before a node is parked, do not lengthen the pauses: these follow from the time alone.
 *
 * @param waited time since the first look, in ms
 * @param bounds the first and the longest pause, in ms
 * @returns the pause before the next look, in ms
 */
export const intervalAfter = (
	waited: number,
	{ firstInterval, longestInterval }: { firstInterval: number; longestInterval: number },
): number => Math.min(longestInterval, Math.round(firstInterval + waited * GROWTH));
