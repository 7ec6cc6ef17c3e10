import type { IDataObject } from 'n8n-workflow';
import { createEngine, resultsOf, type Engine, type Fields } from '../simulator/drs/engine.mts';
import { BY_CONTRACT, RECOVERY, type Constraint } from './constraint.mts';
import { CONSTRAINTS } from './constraintCases.mts';

let drs: Engine;

beforeEach(() => {
	drs = createEngine();
});

const withId = ({ operation, entry }: Constraint, id: string): Fields => ({
	...(JSON.parse(JSON.stringify(entry)) as Fields),
	[operation === 'testConnections' ? 'id' : 'job_id']: id,
});

describe.each(CONSTRAINTS)('$page: $rule', (constraint) => {
	const { operation, list = 'jobs', code, node, task = {}, entry } = constraint;

	it('holds at the service', () => {
		const id = drs.taskIn(task.status ?? 'CONFIGURATION', task.changes);
		if (code === BY_CONTRACT) {
			expect(() => drs.call(operation, { [list]: [withId(constraint, id)] })).toThrow('speed');
			return;
		}
		const answer = drs.call(operation, { [list]: [withId(constraint, id)] });
		const said = resultsOf(answer)
			? resultsOf(answer)[0].error_code
			: (answer.body as Fields).error_code;
		expect(said).toBe(code);
	});

	it(
		typeof node === 'string' ? `is not checked: ${node}` : 'is checked before anything is sent',
		() => {
			if (typeof node === 'string') return;
			expect(node.check(entry as IDataObject).map(({ field }) => field)).toEqual(node.fields);
		},
	);
});

describe('drs_03_0147: the virtual IP address is for self-built databases that are synchronized', () => {
	it.each([
		[{ db_use_type: 'sync', job_direction: 'non-dbs' }, undefined],
		[{ db_use_type: 'sync' }, 'DRS.M00302'],
		[RECOVERY, 'DRS.M00302'],
	])('%j: %s', (changes, code) => {
		const id = drs.taskIn('INCRE_TRANSFER_STARTED', changes);
		const { body } = drs.call('switchVip', { mode: 'target' }, { jobId: id });
		expect((body as Fields).error_code).toBe(code);
	});
});

describe('drs_03_0131, 0141: parameters of MySQL migrations and recoveries, up, in CONFIGURATION', () => {
	const set = (id: string, key: string, value: string) =>
		(
			drs.call(
				'modifyParameters',
				{ group: 'common', params: [{ key, target_value: value }] },
				{ jobId: id },
			).body as Fields
		).error_code;

	it.each([
		[{}, undefined],
		[RECOVERY, undefined],
		[{ db_use_type: 'sync' }, 'DRS.M00302'],
		[{ job_direction: 'non-dbs' }, 'DRS.M00302'],
	])('%j: %s', (changes, code) => {
		expect(set(drs.taskIn('CONFIGURATION', changes), 'max_connections', '500')).toBe(code);
	});

	it('takes at most 70 % of the memory for the buffer pool', () => {
		drs = createEngine({
			knownInstances: new Map([
				['e05a3679efe241d8b5dee80b17c1a863in01', { name: 'rds-shop', vpc_id: 'vpc', mem: '8' }],
			]),
		});
		const id = drs.taskIn('CONFIGURATION');
		const most = Math.floor(8 * 1024 ** 3 * 0.7);
		expect(set(id, 'innodb_buffer_pool_size', String(most))).toBeUndefined();
		expect(set(id, 'innodb_buffer_pool_size', String(most + 1))).toBe('DRS.M00202');
	});
});
