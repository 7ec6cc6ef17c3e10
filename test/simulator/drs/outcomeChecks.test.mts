import { clusterProperty, resultsOf, type Fields } from './engine.mts';
import { outcomeSteps } from './outcomeSteps.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();
let id: string;

beforeEach(() => {
	id = drs.taskIn('CONFIGURATION');
});

const { script, pass, change } = outcomeSteps(drs, () => id);

describe('connection tests', () => {
	const side = { net_type: 'eip', db_type: 'mysql', ip: '192.168.0.7', db_user: 'reader' };
	const test = (fields: Fields = {}) =>
		resultsOf(
			drs.call('testConnections', {
				jobs: [{ id, ...side, db_password: 'Secret-1', end_point_type: 'so', ...fields }],
			}),
		)[0];

	it('fail with the documented code, as often as the script says', () => {
		script({ kind: 'connectionFails', times: 1 });
		expect(test()).toEqual({
			id,
			status: 'failed',
			success: false,
			error_code: 'DRS.KE0002',
			error_msg: 'The username or password is incorrect.',
		});
		expect(test()).toEqual({ id, status: 'success', success: true });
	});

	it('fail on one side, with another code and message', () => {
		script({ kind: 'connectionFails', side: 'ta', code: 'DRS.M06011', reason: 'No such RDS.' });
		expect(test().success).toBe(true);
		expect(test({ end_point_type: 'ta' })).toMatchObject({
			success: false,
			error_code: 'DRS.M06011',
			error_msg: 'No such RDS.',
		});
	});

	it('of clusters fail alike', () => {
		script({ kind: 'connectionFails', side: 'so' });
		const cluster = (property: string) =>
			resultsOf(
				drs.call('testClusterConnections', {
					jobs: [{ job_id: id, action: 'testConnection', property }],
				}),
			)[0];
		expect(cluster(clusterProperty())).toMatchObject({
			status: 'false',
			error_code: 'DRS.KE0002',
		});
		expect(cluster(clusterProperty({ endpointtype: 'ta' })).status).toBe('true');
	});
});

describe('pre-checks', () => {
	const run = (): Array<Record<string, string>> => {
		change('precheck', { precheck_mode: 'forStartJob' });
		pass('precheck');
		const [result] = resultsOf(drs.call('getPrecheckResults', { jobs: [id] }));
		return (result.precheck_result as Array<Record<string, string>>).filter(
			({ result: found }) => found !== 'PASSED',
		);
	};
	const usual = expect.objectContaining({ item: 'srcDbBinlogExpireLogsDays', result: 'ALARM' });

	it('fail at an item, which forbids the start, until the script ends', () => {
		const reason = 'Grant SELECT on all tables to the user.';
		script({ kind: 'precheckItem', item: 'dstDbPrivilegesIsEnough', reason, times: 1 });
		expect(run()).toEqual([
			usual,
			{
				item: 'dstDbPrivilegesIsEnough',
				group: 'db_user_privilege',
				result: 'FAILED',
				failed_reason: reason,
				raw_error_msg: reason,
			},
		]);
		expect(change('startTasks')).toMatchObject({ error_code: 'DRS.M00304' });
		expect(run()).toEqual([usual]);
		expect(change('startTasks')).toEqual({ id, status: 'success' });
	});

	it('warn at an item, which lets the task start', () => {
		script({ kind: 'precheckItem', item: 'dbVersionMeetRequirement', result: 'ALARM' });
		expect(run()).toEqual([
			usual,
			expect.objectContaining({ item: 'dbVersionMeetRequirement', result: 'ALARM' }),
		]);
		expect(change('startTasks')).toEqual({ id, status: 'success' });
	});

	it('take the first of two rules for an item, over the usual finding', () => {
		const item = 'srcDbBinlogExpireLogsDays';
		script({ kind: 'precheckItem', item, reason: 'One' });
		script({ kind: 'precheckItem', item, result: 'ALARM', reason: 'Two' });
		expect(run()).toEqual([expect.objectContaining({ result: 'FAILED', failed_reason: 'One' })]);
	});

	it('keep what they found when the script changes afterwards', () => {
		script({ kind: 'precheckItem', item: 'srcDbBinlogIsOff' });
		run();
		drs.context.outcomes.clear();
		expect(resultsOf(drs.call('getPrecheckResults', { jobs: [id] }))[0].result).toBe(false);
	});
});
