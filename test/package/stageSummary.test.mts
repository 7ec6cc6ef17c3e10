import { parseStages, renderSummary, sumUp, type Stage } from '../../scripts/stageSummary.mts';

const result = (numPassedTests: number, numFailedTests = 0, numRuntimeErrorTestSuites = 0) => ({
	numPassedTests,
	numFailedTests,
	numRuntimeErrorTestSuites,
});
const stage = (overrides: Partial<Stage>): Stage => ({
	name: 'stage',
	exitCode: 0,
	seconds: 1,
	countsAsCheck: false,
	...overrides,
});

describe('totals', () => {
	it('adds tests of several runs and one for each check', () => {
		const stages = [
			stage({ name: 'install' }),
			stage({ jest: result(120) }),
			stage({ countsAsCheck: true }),
			stage({ jest: result(5) }),
		];
		expect(sumUp(stages)).toEqual({ passed: 126, failed: 0 });
	});

	it('counts failed tests, and suites that did not load', () => {
		expect(sumUp([stage({ exitCode: 1, jest: result(10, 3, 1) })])).toEqual({
			passed: 10,
			failed: 4,
		});
	});

	it('never reports 0 failures for a stage that failed', () => {
		expect(sumUp([stage({ exitCode: 2 })])).toEqual({ passed: 0, failed: 1 });
		expect(sumUp([stage({ exitCode: 1, jest: result(10) })])).toEqual({ passed: 10, failed: 1 });
		expect(sumUp([stage({ exitCode: 124, countsAsCheck: true })])).toEqual({
			passed: 0,
			failed: 1,
		});
	});
});

describe('list of stages', () => {
	const list = 'npm ci\t0\t35\tsetup\nlint\t0\t20\tcheck\ntests\t1\t60\tjest:/tmp/tests.json\n';

	it('is read with the results of jest', () => {
		const asked: string[] = [];
		const stages = parseStages(list, (file) => {
			asked.push(file);
			return result(7, 1);
		});
		expect(asked).toEqual(['/tmp/tests.json']);
		expect(sumUp(stages)).toEqual({ passed: 8, failed: 1 });
	});

	it('survives that jest wrote no result', () => {
		expect(sumUp(parseStages(list, () => undefined))).toEqual({ passed: 1, failed: 1 });
	});

	it('ends with the closing line', () => {
		const lines = renderSummary(parseStages(list, () => result(7, 1))).split('\n');
		expect(lines).toEqual([
			'ok        35 s  npm ci',
			'ok        20 s  lint',
			'FAILED    60 s  tests',
			'8 passed, 1 failed',
		]);
	});

	it('names the tests that failed, so that the end of the output is enough to find them', () => {
		const testResults = [
			{
				name: '/tmp/clone/test/e2e/wait.test.mts',
				message: 'two pages',
				assertionResults: [
					{ fullName: 'wait goes on', status: 'passed', failureMessages: [] },
					{
						fullName: 'wait ends',
						status: 'failed',
						failureMessages: ['\u001b[2mError: no answer\u001b[22m\n    at file:1:2'],
					},
				],
			},
			{
				name: '/tmp/clone/test/e2e/broken.test.mts',
				message: '\n  No module',
				assertionResults: [],
			},
		];
		const lines = renderSummary(
			parseStages(list, () => ({ ...result(7, 1, 1), testResults })),
		).split('\n');
		expect(lines.slice(-5)).toEqual([
			'failed: test/e2e/wait.test.mts > wait ends',
			'        Error: no answer',
			'failed: test/e2e/broken.test.mts',
			'        No module',
			'8 passed, 2 failed',
		]);
	});
});
