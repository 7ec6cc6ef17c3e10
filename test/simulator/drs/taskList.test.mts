import { DURATIONS, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();

const sevenNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `shop-${letter}`);

describe('the list of tasks', () => {
	const list = (filters: Fields = {}): { total_record: number; names: string[] } => {
		const { body } = drs.call('listTasks', {
			cur_page: 1,
			per_page: 10,
			db_use_type: 'migration',
			...filters,
		});
		const { total_record, jobs } = body as { total_record: number; jobs: Array<{ name: string }> };
		return { total_record, names: jobs.map(({ name }) => name) };
	};

	it('comes in pages, the newest first, with the number of all', () => {
		drs.create(sevenNames);
		const newest = [...sevenNames].reverse();
		expect(list({ per_page: 3 })).toEqual({ total_record: 7, names: newest.slice(0, 3) });
		expect(list({ per_page: 3, cur_page: 3 })).toEqual({ total_record: 7, names: ['shop-a'] });
		expect(list({ per_page: 3, cur_page: 4 })).toEqual({ total_record: 7, names: [] });
		expect(list({ per_page: 3, cur_page: 0 }).names).toEqual(newest);
		expect(list({ per_page: 0 }).names).toEqual(newest);
	});

	it('shows MySQL alone unless another engine is named', () => {
		drs.create(['shop-mysql']);
		drs.create(['shop-mongo'], { engine_type: 'mongodb' });
		expect(list().names).toEqual(['shop-mysql']);
		expect(list({ engine_type: '' }).names).toEqual(['shop-mysql']);
		expect(list({ engine_type: 'mongodb' }).names).toEqual(['shop-mongo']);
	});

	it('is filtered', () => {
		const [first] = drs.create(['shop-eip'], { tags: [{ key: 'team', value: 'blue' }] });
		drs.create(['other-vpn'], {
			net_type: 'vpn',
			sys_tags: [{ key: '_sys_enterprise_project_id', value: 'enterprise-1' }],
		});
		drs.create(['shop-sync'], { db_use_type: 'sync' });
		drs.clock.time += DURATIONS.creating;
		drs.create(['shop-young']);
		expect(list({ db_use_type: 'sync' }).names).toEqual(['shop-sync']);
		expect(list({ db_use_type: 'cloudDataGuard' })).toEqual({ total_record: 0, names: [] });
		expect(list({ name: 'SHOP' }).names).toEqual(['shop-young', 'shop-eip']);
		expect(list({ name: first }).names).toEqual(['shop-eip']);
		expect(list({ net_type: 'vpn' }).names).toEqual(['other-vpn']);
		expect(list({ status: 'CREATING' }).names).toEqual(['shop-young']);
		expect(list({ status: 'CONFIGURATION' }).names).toEqual(['other-vpn', 'shop-eip']);
		expect(list({ enterprise_project_id: 'enterprise-1' }).names).toEqual(['other-vpn']);
	});

	it('holds the tasks of its own project', () => {
		drs.create(['shop-1']);
		const there = drs.call(
			'listTasks',
			{ cur_page: 1, per_page: 10, db_use_type: 'migration' },
			{ project: 'project-2' },
		);
		expect(there.body).toEqual({ total_record: 0, jobs: [] });
	});
});
