/** One finished stage of the CI run: how it ended and how long it took. */
export interface Stage {
	name: string;
	exitCode: number;
	seconds: number;
	/** What jest wrote with `--json --outputFile`, when the stage ran jest and jest came that far. */
	jest?: JestResult;
	/** Whether the stage counts as one check by itself: set-up stages count only when they fail. */
	countsAsCheck: boolean;
}

/** The totals of jest's JSON result that are summed up. */
export interface JestResult {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

/** Numbers of tests and checks. */
export interface Totals {
	passed: number;
	failed: number;
}

/**
 * Reads the stage list that `.ci/run` writes: one line per stage, fields separated by tabs
 * (name, exit code, seconds, kind `jest:<file>` | `check` | `setup`).
 * @param text content of the list
 * @param readJest returns jest's result for a file, undefined when there is none
 */
export function parseStages(
	text: string,
	readJest: (file: string) => JestResult | undefined,
): Stage[] {
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const [name, exitCode, seconds, kind] = line.split('\t');
			const jest = kind.startsWith('jest:') ? readJest(kind.slice('jest:'.length)) : undefined;
			return {
				name,
				exitCode: Number(exitCode),
				seconds: Number(seconds),
				countsAsCheck: kind === 'check',
				...(jest && { jest }),
			};
		});
}

/**
 * Adds up tests and checks. A stage that ended with an exit code other than 0 makes at least one failure, also
 * when jest counted none (a build that broke, a suite that did not load).
 */
export function sumUp(stages: readonly Stage[]): Totals {
	const totals: Totals = { passed: 0, failed: 0 };
	for (const { exitCode, jest, countsAsCheck } of stages) {
		const failed = jest ? jest.numFailedTests + jest.numRuntimeErrorTestSuites : 0;
		totals.passed += jest?.numPassedTests ?? 0;
		totals.failed += exitCode === 0 ? failed : Math.max(failed, 1);
		if (countsAsCheck && exitCode === 0) totals.passed += 1;
	}
	return totals;
}

/**
 * Renders the table of stages, followed by the closing line `N passed, N failed`.
 */
export function renderSummary(stages: readonly Stage[]): string {
	const lines = stages.map(
		({ name, exitCode, seconds }) =>
			`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${String(seconds).padStart(5)} s  ${name}`,
	);
	const { passed, failed } = sumUp(stages);
	return [...lines, `${passed} passed, ${failed} failed`].join('\n');
}
