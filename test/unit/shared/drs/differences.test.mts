import type { IDataObject } from 'n8n-workflow';
import type { TaskBody } from '../../../../nodes/shared/drs/taskBody.ts';
import {
	findDifferences,
	strangerFailure,
	toWords,
} from '../../../../nodes/shared/drs/differences.ts';

const REQUESTED = {
	name: 'shop',
	db_use_type: 'migration',
	engine_type: 'mongodb',
	job_direction: 'up',
	task_type: 'FULL_TRANS',
	source_endpoint: { db_type: 'mongodb', ip: '10.0.0.5:27017,10.0.0.6:27017' },
	target_endpoint: { db_type: 'mongodb', inst_id: 'wanted', ip: '10.0.1.5:8635' },
} as TaskBody;

const EXISTING = {
	...REQUESTED,
	inst_info: { engine_type: 'mongodb' },
};

describe('the settings of a task that exists', () => {
	it.each([
		['the same', {}, [], false],
		['the other name of the engine', { inst_info: { engine_type: 'mongodb-to-dds' } }, [], false],
		[
			'hosts in another order',
			{ source_endpoint: { ip: '10.0.0.6:27017, 10.0.0.5:27017' } },
			[],
			false,
		],
		['hosts that nobody tells', { source_endpoint: { ip: '' } }, ['source_endpoint.ip'], false],
		['another mode', { task_type: 'FULL_INCR_TRANS' }, ['task_type'], false],
		['another host', { source_endpoint: { ip: '10.9.9.9' } }, ['source_endpoint.ip'], true],
		['another instance', { target_endpoint: { inst_id: 'x' } }, ['target_endpoint.inst_id'], true],
		[
			'another address of the same instance',
			{ target_endpoint: { inst_id: 'wanted', ip: '10.0.1.5:8635,10.0.1.6:8635' } },
			['target_endpoint.ip'],
			false,
		],
		['another direction', { job_direction: 'down' }, ['job_direction'], true],
		['another engine', { inst_info: { engine_type: 'mysql' } }, ['engine_type'], true],
	])('%s', (_case, change, fields, isStranger) => {
		const differences = findDifferences(REQUESTED, { ...EXISTING, ...change });
		expect(differences.map(({ field }) => field)).toEqual(fields);
		expect(strangerFailure(REQUESTED, 'id-1', differences) !== undefined).toBe(isStranger);
	});

	it.each([
		[{ inst_info: { engine_type: 'mysql' } }, ['Engine is MySQL to MySQL, not MongoDB to DDS']],
		[{ inst_info: { engine_type: 'oracle' } }, ['Engine is oracle, not MongoDB to DDS']],
		[{ target_endpoint: { inst_id: 'other' } }, ['Target DB Instance is other, not wanted']],
		[{ job_direction: 'down' }, ['Direction is Out of the Cloud, not To the Cloud']],
		[{ db_use_type: 'sync' }, ['Scenario is synchronization, not migration']],
		[{ task_type: 'INCR_TRANS' }, ['Task Mode is Incremental, not Full']],
		[
			{ source_endpoint: { db_type: 'postgresql', ip: '10.9.9.9' } },
			[
				'Source Database → Database Type is PostgreSQL, not MongoDB',
				'Source Database → Host is 10.9.9.9, not 10.0.0.5:27017,10.0.0.6:27017',
			],
		],
	])('are told as the editor names them: %j', (change, words) => {
		expect(findDifferences(REQUESTED, { ...EXISTING, ...change }).map(toWords)).toEqual(words);
	});

	it('have a name each', () => {
		const endpoint = { db_type: 1, region: 1, inst_id: 1, ip: 1, db_port: 1, db_user: 1 };
		const settings = {
			db_use_type: 1,
			job_direction: 1,
			net_type: 1,
			task_type: 1,
			is_target_readonly: 1,
			multi_write: 1,
			description: 1,
			master_az: 1,
			slave_az: 1,
			source_endpoint: endpoint,
			target_endpoint: endpoint,
		};
		const requested = { ...settings, engine_type: 1, customize_sutnet_id: 1 };
		const existing = { ...settings, inst_info: { engine_type: 2 }, subnet_id: 2 };
		const others = JSON.parse(JSON.stringify(existing).replaceAll('1', '2')) as IDataObject;

		const words = findDifferences(requested as never, others).map(toWords);
		expect(words).toHaveLength(23);
		expect(new Set(words).size).toBe(23);
		expect(words.filter((text) => text.includes('_'))).toEqual([]);
	});
});
