import { clusterProperty, codeOf, resultsOf, SAVED, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();
let id: string;

beforeEach(() => {
	id = drs.taskIn('CONFIGURATION');
});

const detailsOf = (task = id): Fields => resultsOf(drs.call('getTaskDetails', { jobs: [task] }))[0];

describe('connection tests', () => {
	const test = (changes: Fields) =>
		resultsOf(
			drs.call('testConnections', {
				jobs: [
					{
						id,
						net_type: 'eip',
						db_type: 'mysql',
						ip: '192.168.0.7',
						db_user: 'reader',
						db_password: 'Secret-Password-1',
						end_point_type: 'so',
						...changes,
					},
				],
			}),
		)[0];

	it.each(['so', 'ta'])('reach the side %s', (side) => {
		expect(test({ end_point_type: side })).toEqual({ id, status: 'success', success: true });
	});

	it.each(['192.168.0.13', '192.168.0.13:8635', '192.168.0.7:8635,192.168.0.13:8635'])(
		'do not reach %s, and say why without the password',
		(ip) => {
			const result = test({ ip });
			expect(result).toEqual({
				id,
				status: 'failed',
				success: false,
				error_code: 'DRS.KE0002',
				error_msg: 'The username or password is incorrect.',
			});
			expect(JSON.stringify(result)).not.toContain('Secret');
		},
	);

	it.each(['192.168.0.130', '192.168.13.1', '192.168.0.113'])('reach %s', (ip) => {
		expect(test({ ip }).success).toBe(true);
	});

	it('look into the JSON text of a cluster', () => {
		const cluster = (property: string) =>
			resultsOf(
				drs.call('testClusterConnections', {
					jobs: [{ job_id: id, action: 'testConnection', property }],
				}),
			)[0];
		expect(cluster(clusterProperty()).success).toBe(true);
		expect(cluster(clusterProperty({ ip: '192.168.0.13' }))).toMatchObject({
			success: false,
			error_code: 'DRS.KE0002',
		});
	});
});

describe('changes', () => {
	it('of settings and endpoints show in the details', () => {
		drs.clock.time += 5;
		drs.call('modifyTasks', {
			jobs: [
				{
					job_id: id,
					name: 'renamed-1',
					description: 'New',
					...SAVED,
					task_type: 'FULL_TRANS',
					source_endpoint: { db_type: 'mysql', ip: '192.168.0.8' },
				},
			],
		});
		expect(detailsOf()).toMatchObject({
			name: 'renamed-1',
			description: 'New',
			task_type: 'FULL_TRANS',
			update_time: String(drs.clock.time),
			source_endpoint: { db_type: 'mysql', ip: '192.168.0.8', db_user: 'reader' },
			target_endpoint: { region: 'eu-de' },
		});
	});

	it('of a name to one that exists are refused for that task alone', () => {
		const [other] = drs.create(['taken-1']);
		const jobs = [
			{ job_id: id, name: 'TAKEN-1' },
			{ job_id: other, name: 'Taken-1' },
		];
		const results = resultsOf(drs.call('modifyTasks', { jobs }));
		expect(results).toContainEqual({
			id,
			status: 'failed',
			error_code: 'DRS.M00277',
			error_msg: 'The task name already exists.',
		});
		expect(results).toContainEqual({ id: other, status: 'success' });
		expect([detailsOf().name, detailsOf(other).name]).toEqual(['task-0', 'Taken-1']);
	});

	it('of policies and definers show in the details', () => {
		drs.call('setSyncPolicies', {
			jobs: [{ job_id: id, conflict_policy: 'overwrite', filter_ddl_policy: 'drop_database' }],
		});
		drs.call('setDefiners', { jobs: [{ job_id: id, replace_definer: false }] });
		expect(detailsOf()).toMatchObject({
			conflict_policy: 'overwrite',
			filter_ddl_policy: 'drop_database',
			replace_definer: false,
		});
	});

	it('of the objects show in the details', () => {
		expect(detailsOf().object_switch).toBe(false);
		drs.saveDatabases(id);
		const job = [{ id: 'shop', object_name: 'shop', object_type: 'database', select: 'true' }];
		const answer = drs.call('selectObjects', { jobs: [{ job_id: id, selected: true, job }] });
		expect(answer).toMatchObject({
			status: 202,
			body: { all_counts: 1, results: [{ job_id: id, status: true }] },
		});
		expect(detailsOf().object_switch).toBe(true);
	});

	it('of the speed show in the details; a range needs a length', () => {
		const limit = (begin: string, end: string) =>
			drs.call('setFlowControl', {
				speed_limits: [{ job_id: id, speed_limit: [{ begin, end, speed: '10' }] }],
			});
		limit('01:00', '15:59');
		const shown = [{ begin: '01:00', end: '15:59', speed: '10' }];
		expect(detailsOf().speed_limit).toEqual(shown);
		const answer = limit('03:00', '03:00');
		expect([answer.status, codeOf(answer)]).toEqual([400, 'DRS.M00306']);
		expect(detailsOf().speed_limit).toEqual(shown);
	});

	it('by a data processing rule: each rule once', () => {
		const set = (value: string) =>
			drs.call('setDataProcessing', {
				jobs: [
					{
						job_id: id,
						transformation_info: { transformation_type: 'contentConditionalFilter', value },
					},
				],
			});
		expect(set('id > 1').body).toEqual({ count: 1, results: [{ id, status: 'success' }] });
		expect(resultsOf(set('id > 1'))[0].error_code).toBe('DRS.M07000');
		expect(resultsOf(set('id > 2'))[0].status).toBe('success');
	});

	it('of passwords: each side of a task once', () => {
		drs.start(id);
		const change = (...sides: string[]) =>
			drs.call('changePasswords', {
				jobs: sides.map((side) => ({
					job_id: id,
					end_point_type: side,
					db_password: `Secret-${side}`,
				})),
			});
		const results = resultsOf(change('so', 'ta'));
		expect(results).toHaveLength(2);
		for (const side of ['so', 'ta'])
			expect(results).toContainEqual({ id, status: 'success', end_point_type: side });
		const task = drs.context.tasks.all()[0];
		expect([task.source.db_password, task.target.db_password]).toEqual(['Secret-so', 'Secret-ta']);
		expect(codeOf(change('so', 'so'))).toBe('DRS.M00301');
	});
});
