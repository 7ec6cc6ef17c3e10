import type { TaskBody } from '../../../../nodes/shared/drs/taskBody.ts';
import { findDifferences, strangerFailure } from '../../../../nodes/shared/drs/differences.ts';

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
});
