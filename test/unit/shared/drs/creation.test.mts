import type { IDataObject } from 'n8n-workflow';
import { checkCreation } from '../../../../nodes/shared/drs/constraints/creation.ts';
import { manualLimits } from '../../../../nodes/shared/drs/constraints/manualLimits.ts';
import type { TaskBody } from '../../../../nodes/shared/drs/taskBody.ts';
import { mergeDeep } from '../../../../nodes/shared/values/mergeDeep.ts';

const BODY: IDataObject = {
	name: 'shop-1',
	db_use_type: 'migration',
	engine_type: 'mysql',
	job_direction: 'up',
	net_type: 'eip',
	task_type: 'FULL_INCR_TRANS',
	bind_eip: true,
	source_endpoint: { db_type: 'mysql', ip: '10.0.0.5', db_port: 3306 },
	target_endpoint: { db_type: 'mysql', inst_id: 'in01' },
};

const faultsOf = (addition: IDataObject): string[] =>
	checkCreation(mergeDeep(BODY, addition)).map(({ fault }) => fault);

describe('F15: a creation after the merge with additional request fields', () => {
	it.each<[IDataObject]>([
		[{}],
		[{ master_az: 'eu-de-01' }],
		[{ anything_new: { list: [1, null] } }],
		[{ source_endpoint: { db_name: 'admin', db_port: '3307' } }],
		[{ node_num: '2' }],
	])('takes %j', (addition) => expect(faultsOf(addition)).toEqual([]));

	it.each<[IDataObject, string]>([
		[{ name: 7 }, 'name is not text'],
		[{ name: null as never }, 'name is not text'],
		[{ name: ['shop-1'] }, 'name is not text'],
		[{ name: '<x y>' }, 'name "<x y>" is not a task name'],
		[{ source_endpoint: null as never }, 'source_endpoint is not an object'],
		[{ target_endpoint: 'in01' }, 'target_endpoint is not an object'],
		[{ source_endpoint: [] }, 'source_endpoint is not an object'],
		[{ source_endpoint: { ip: null as never } }, 'source_endpoint.ip is not text'],
		[{ source_endpoint: { db_port: 'many' } }, 'source_endpoint.db_port is not a whole number'],
		[{ engine_type: { a: 1 } }, 'engine_type is not text'],
		[{ bind_eip: 'yes' }, 'bind_eip is not true or false'],
		[{ tags: 'a=b' }, 'tags is not a list'],
		[{ node_num: 1.5 }, 'node_num is not a whole number'],
	])('refuses %j', (addition, fault) => expect(faultsOf(addition)).toEqual([fault]));
});

describe('limits that only the manual states', () => {
	const limits = (changes: IDataObject) => manualLimits({ ...BODY, ...changes } as TaskBody);

	it.each<[IDataObject, string[]]>([
		[{}, []],
		[{ name: '1-shop' }, ['the task name starts with a letter']],
		[{ description: 'a=b' }, ['a description has no "="']],
		[{ task_type: 'INCR_TRANS' }, ['a migration is not incremental only']],
		[
			{ db_use_type: 'sync', task_type: 'FULL_TRANS' },
			['a synchronization of MySQL is not full only'],
		],
		[
			{ job_direction: 'non-dbs', net_type: 'vpc' },
			['a migration between self-built databases does not use a VPC network'],
		],
		[
			{ engine_type: 'mongodb', node_num: 2, source_endpoint: { ip: 'a,b,c,d' } },
			['a MongoDB cluster has at most 3 mongos addresses'],
		],
	])('%j: %j', (changes, rules) => expect(limits(changes)).toEqual(rules));
});
