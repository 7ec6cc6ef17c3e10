import { validateRequest } from '../../simulator/contract/validate.mts';
import createExamples from '../fixtures/createExamples.json' with { type: 'json' };

describe('documented limits', () => {
	const job = createExamples[0].body.jobs![0];
	const entries: Record<string, (fields: object) => object> = {
		createTasks: (fields) => ({ jobs: [{ ...job, ...fields }] }),
		modifyTasks: (fields) => ({ jobs: [{ job_id: 'x', ...fields }] }),
		setFlowControl: (fields) => ({
			speed_limits: [
				{ job_id: 'x', speed_limit: [{ begin: '00:00', end: '01:59', speed: '1', ...fields }] },
			],
		}),
		setDataProcessing: (fields) => ({
			jobs: [
				{
					job_id: 'x',
					transformation_info: {
						transformation_type: 'contentConditionalFilter',
						value: 'id > 1',
						...fields,
					},
				},
			],
		}),
	};
	const check = (operation: string, fields: object) =>
		validateRequest(operation, { query: {}, body: entries[operation](fields) });
	const times = <T,>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
	const alarm = (fields: object) => ({ alarm_notify: fields });
	const sms = (count: number) => ({ protocol: 'sms', endpoints: times(count, '+491700000000') });
	const project = { key: '_sys_enterprise_project_id', value: '0' };

	it.each<[operation: string, least: object, most: object, below: object, above: object]>([
		[
			'createTasks',
			{ expired_days: '14' },
			{ expired_days: '100' },
			{ expired_days: '13' },
			{ expired_days: '101' },
		],
		[
			'createTasks',
			{ expired_days: 14 },
			{ expired_days: 100 },
			{ expired_days: 13 },
			{ expired_days: 101 },
		],
		['createTasks', { node_num: 1 }, { node_num: 32 }, { node_num: 0 }, { node_num: 33 }],
		['createTasks', { node_num: '1' }, { node_num: '32' }, { node_num: '0' }, { node_num: '99' }],
		[
			'modifyTasks',
			alarm({ delay_time: 1 }),
			alarm({ delay_time: 3600 }),
			alarm({ delay_time: 0 }),
			alarm({ delay_time: 3601 }),
		],
		[
			'modifyTasks',
			alarm({ rto_delay: 1 }),
			alarm({ rto_delay: 3600 }),
			alarm({ rto_delay: 0 }),
			alarm({ rto_delay: 3601 }),
		],
		[
			'modifyTasks',
			alarm({ rpo_delay: 1 }),
			alarm({ rpo_delay: 3600 }),
			alarm({ rpo_delay: 0 }),
			alarm({ rpo_delay: 3601 }),
		],
		['setFlowControl', { speed: '1' }, { speed: '9999' }, { speed: '0' }, { speed: '10000' }],
		['setFlowControl', { speed: 1 }, { speed: 9999 }, { speed: 0 }, { speed: 10_000 }],
	])('%s takes %j to %j, not %j or %j', (operation, least, most, below, above) => {
		const found = [least, most, below, above].map((fields) => check(operation, fields).length);
		expect(found).toEqual([0, 0, 1, 1]);
	});

	it.each<[name: string, operation: string, most: object, above: object]>([
		[
			'a description of 256 characters',
			'modifyTasks',
			{ description: 'd'.repeat(256) },
			{ description: 'd'.repeat(257) },
		],
		[
			'two ways of notification',
			'modifyTasks',
			alarm({ subscriptions: times(2, sms(1)) }),
			alarm({ subscriptions: times(3, sms(1)) }),
		],
		[
			'ten recipients',
			'modifyTasks',
			alarm({ subscriptions: [sms(10)] }),
			alarm({ subscriptions: [sms(11)] }),
		],
		[
			'one enterprise project',
			'createTasks',
			{ sys_tags: [project] },
			{ sys_tags: [project, project] },
		],
		[
			'a filter of 256 characters',
			'setDataProcessing',
			{ value: 'v'.repeat(256) },
			{ value: 'v'.repeat(257) },
		],
	])('%s at the most', (_name, operation, most, above) => {
		expect(check(operation, most)).toEqual([]);
		expect(check(operation, above)).toHaveLength(1);
	});
});
