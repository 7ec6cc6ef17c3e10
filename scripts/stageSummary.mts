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

/** What is read of jest's JSON result. */
export interface JestResult {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
	testResults?: Array<{
		/** Path of the file. */
		name: string;
		/** What jest says of a file that did not load. */
		message?: string;
		assertionResults: Array<{ fullName: string; status: string; failureMessages?: string[] }>;
	}>;
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

// eslint-disable-next-line no-control-regex -- jest colors its messages with escape sequences
const COLORS = /\u001b\[[0-9;]*m/g;

const firstLine = (message = ''): string =>
	message
		.replace(COLORS, '')
		.split('\n')
		.map((line) => line.trim())
		.find((line) => line !== '')
		?.slice(0, 200) ?? '';

/** @returns two lines per test that failed and per file that did not load: where it is, and what was said */
export function describeFailures({ testResults = [] }: JestResult): string[] {
	return testResults.flatMap(({ name, message, assertionResults }) => {
		const file = name.replace(/^.*?\/(?=test\/)/, '');
		const failed = assertionResults.filter(({ status }) => status === 'failed');
		if (assertionResults.length === 0 && message)
			return [`failed: ${file}`, `        ${firstLine(message)}`];
		return failed.flatMap(({ fullName, failureMessages }) => [
			`failed: ${file} > ${fullName}`,
			`        ${firstLine(failureMessages?.[0])}`,
		]);
	});
}

/**
 * Renders the table of stages and the tests that failed, followed by the closing line `N passed, N failed`.
 */
export function renderSummary(stages: readonly Stage[]): string {
	const lines = stages.map(
		({ name, exitCode, seconds }) =>
			`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${String(seconds).padStart(5)} s  ${name}`,
	);
	const { passed, failed } = sumUp(stages);
	const failures = stages.flatMap(({ jest }) => (jest ? describeFailures(jest) : []));
	return [...lines, ...failures, `${passed} passed, ${failed} failed`].join('\n');
}
