import { DURATIONS, resultsOf, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();
let id: string;

beforeEach(() => {
	id = drs.taskIn('CONFIGURATION');
});

describe('pre-check', () => {
	const run = (task: string) =>
		drs.call('precheck', { jobs: [{ job_id: task, precheck_mode: 'forStartJob' }] });
	const resultOf = (task: string): Fields & { precheck_result: Fields[] } =>
		resultsOf(drs.call('getPrecheckResults', { jobs: [task] }))[0] as Fields & {
			precheck_result: Fields[];
		};

	it('takes time, and then has passed', () => {
		expect(resultsOf(run(id))).toEqual([{ id, status: 'success', precheck_id: id }]);
		expect(resultOf(id)).toMatchObject({ result: false, process: '0%', precheck_result: [] });
		drs.clock.time += DURATIONS.precheck / 2;
		const half = resultOf(id);
		expect(half).toMatchObject({ result: false, process: '50%' });
		drs.clock.time += DURATIONS.precheck / 2;
		const whole = resultOf(id);
		expect(whole).toMatchObject({
			precheck_id: id,
			result: true,
			process: '100%',
			total_passed_rate: '100%',
			job_direction: 'up',
			rds_instance_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
		});
		expect(whole.precheck_result.length).toBeGreaterThan(half.precheck_result.length);
		expect(new Set(whole.precheck_result.map(({ result }) => result))).toEqual(
			new Set(['PASSED', 'ALARM']),
		);
	});

	it('starts again when it is run again', () => {
		run(id);
		drs.clock.time += DURATIONS.precheck;
		run(id);
		expect(resultOf(id)).toMatchObject({ result: false, process: '0%' });
	});

	it('fails by name, with the items that failed and their reasons', () => {
		const [bad] = drs.create(['fail-precheck-1']);
		drs.clock.time += DURATIONS.creating;
		run(bad);
		drs.clock.time += DURATIONS.precheck;
		const { precheck_result: items, ...rest } = resultOf(bad);
		expect(rest).toMatchObject({ result: false, process: '100%', total_passed_rate: '95%' });
		const failed = items.filter(({ result }) => result === 'FAILED');
		expect(failed.map(({ item }) => item)).toEqual([
			'srcDbBinlogIsOff',
			'srcDbPrivilegesIsEnoughForIncre',
		]);
		for (const { failed_reason: reason } of failed) expect(reason).toMatch(/\w+ .*\.$/);
	});

	it.each([
		['was never run', 'DRS.M00304'],
		['belongs to no task', 'DRS.M05003'],
	])('has no result when it %s', (name, code) => {
		expect(resultOf(name === 'was never run' ? id : 'nobody')).toMatchObject({
			result: false,
			error_code: code,
		});
	});
});
