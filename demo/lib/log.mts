/** Takes one line for the user. */
export type Log = (line: string) => void;

/** @returns milliseconds as people read them, such as `850 ms`, `12 s` or `2 min 5 s`. */
export function duration(milliseconds: number): string {
	if (milliseconds < 1000) {
		return `${Math.round(milliseconds)} ms`;
	}
	const seconds = Math.round(milliseconds / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs a step that may take minutes: says when it begins, how far it is every few seconds, and how long it took.
 * @param log takes the lines
 * @param label what the step does, such as `Installing n8n`
 * @param step the work
 * @param state how far it is, such as `640 of 2217 packages`; asked for each line
 * @param interval milliseconds between two lines
 * @returns what the step returns; throws what it throws
 */
export async function withProgress<T>(
	log: Log,
	label: string,
	step: () => Promise<T>,
	state: () => string = () => '',
	interval = 5000,
): Promise<T> {
	const begin = Date.now();
	log(`${label} ...`);
	const ticker = setInterval(() => {
		const now = state();
		log(`  ${duration(Date.now() - begin)}${now && `: ${now}`}`);
	}, interval);
	try {
		const result = await step();
		log(`  done in ${duration(Date.now() - begin)}`);
		return result;
	} finally {
		clearInterval(ticker);
	}
}
