/**
 * Calls back once when the process that started this one has ended: then this one belongs to another.
 *
 * @param callback is called at most once
 * @param interval milliseconds between two looks
 * @param parentOf tells whose child this process is now
 */
export function whenParentEnds(
	callback: () => void,
	interval = 1_000,
	parentOf = (): number => process.ppid,
): void {
	const parent = parentOf();
	const timer = setInterval(() => {
		if (parentOf() === parent) return;
		clearInterval(timer);
		callback();
	}, interval);
	timer.unref();
}
