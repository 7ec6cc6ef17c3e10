import { creation } from '../client.mts';
import {
	codeOf,
	createEngine,
	DURATIONS,
	resultsOf,
	SAVED,
	type Engine,
	type Fields,
} from './engine.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();

const sevenNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `shop-${letter}`);

const idsOf = (results: Fields[]): unknown[] => results.map(({ id }) => id);

describe.each(['getTaskStatuses', 'getTaskDetails'])('pages of %s', (operation) => {
	let ids: string[];

	beforeEach(() => {
		ids = drs.create(sevenNames);
	});

	const ask = (page?: Fields) =>
		drs.call(operation, { jobs: ids, ...(page ? { page_req: page } : {}) });

	it('hold five tasks unless asked otherwise', () => {
		const first = ask();
		expect(idsOf(resultsOf(first)).sort()).toEqual(ids.slice(0, 5).sort());
		expect((first.body as Fields).count).toBe(7);
		expect(idsOf(resultsOf(ask({ cur_page: 2 }))).sort()).toEqual(ids.slice(5).sort());
	});

	it('hold as many as asked for, and all for 0', () => {
		expect(resultsOf(ask({ per_page: 3 }))).toHaveLength(3);
		expect(resultsOf(ask({ per_page: 3, cur_page: 3 }))).toHaveLength(1);
		expect(idsOf(resultsOf(ask({ per_page: 0 }))).sort()).toEqual([...ids].sort());
		expect(resultsOf(ask({ per_page: 100 }))).toHaveLength(7);
	});

	it.each([{ cur_page: 3 }, { cur_page: 2, per_page: 7 }, { cur_page: 2, per_page: 0 }])(
		'do not go beyond the end: %j',
		(page) => {
			const answer = ask(page);
			expect([answer.status, codeOf(answer)]).toEqual([400, 'DRS.M00211']);
		},
	);

	it('have the size that the simulator was started with', () => {
		const other = createEngine({ pageSize: 2 });
		const jobs = other.create(sevenNames);
		expect(resultsOf(other.call(operation, { jobs }))).toHaveLength(2);
	});

	it('come in another order than asked, the same one for the same seed', () => {
		const order = (engine: Engine): number[] => {
			const jobs = engine.create(Array.from({ length: 20 }, (_, index) => `order-${index}`));
			const answer = engine.call(operation, { jobs, page_req: { per_page: 0 } });
			return idsOf(resultsOf(answer)).map((id) => jobs.indexOf(String(id)));
		};
		const [one, same, other] = [1, 1, 2].map((seed) => order(createEngine({ seed })));
		const straight = Array.from({ length: 20 }, (_, index) => index);
		expect(one).not.toEqual(straight);
		expect([...one].sort((a, b) => a - b)).toEqual(straight);
		expect(same).toEqual(one);
		expect(other).not.toEqual(one);
	});

	it('tell which task is not known, and show the others', () => {
		const results = resultsOf(drs.call(operation, { jobs: [ids[0], 'nobody'] }));
		expect(results.find(({ id }) => id === 'nobody')).toEqual({
			id: 'nobody',
			error_code: 'DRS.M05003',
			error_message: 'Task information not found.',
		});
		expect(results.find(({ id }) => id === ids[0])).toMatchObject({ status: 'CREATING' });
	});

	it('do not take an ID twice', () => {
		const answer = drs.call(operation, { jobs: [ids[0], ids[0]] });
		expect([answer.status, codeOf(answer)]).toEqual([400, 'DRS.M00301']);
	});
});

describe('details', () => {
	const SECRETS = {
		db_password: 'Secret-Password-1',
		ssl_cert_key: 'U2VjcmV0LUNlcnRpZmljYXRl',
		ssl_cert_password: 'Secret-Password-2',
		ssl_cert_check_sum: 'secret-check-sum',
	};
	const endpoints = {
		source_endpoint: {
			db_type: 'mysql',
			ip: '192.168.0.7',
			db_port: 3306,
			db_user: 'reader',
			ssl_link: true,
			ssl_cert_name: 'ca.pem',
			...SECRETS,
		},
		target_endpoint: { ...creation('any').target_endpoint, db_user: 'writer', ...SECRETS },
	};

	it('show what the creation asked for', () => {
		const [id] = drs.create(['shop-1'], {
			...endpoints,
			description: 'The shop',
			node_num: 3,
			expired_days: '20',
		});
		expect(resultsOf(drs.call('getTaskDetails', { jobs: [id] }))[0]).toMatchObject({
			id,
			name: 'shop-1',
			status: 'CREATING',
			description: 'The shop',
			create_time: String(drs.clock.time),
			update_time: String(drs.clock.time),
			task_type: 'FULL_INCR_TRANS',
			job_direction: 'up',
			db_use_type: 'migration',
			node_num: '3',
			subnet_id: creation('any').customize_sutnet_id,
			source_endpoint: {
				db_type: 'mysql',
				ip: '192.168.0.7',
				db_port: 3306,
				db_user: 'reader',
				ssl_link: true,
				ssl_cert_name: 'ca.pem',
			},
			inst_info: { engine_type: 'mysql', inst_type: 'high' },
		});
	});

	it.each(['creation', 'change', 'new password'])('never show a secret: by %s', (way) => {
		const [id] = drs.create(['shop-1'], way === 'creation' ? endpoints : {});
		drs.clock.time += DURATIONS.creating;
		if (way === 'change')
			drs.call('modifyTasks', { jobs: [{ job_id: id, ...SAVED, ...endpoints }] });
		if (way === 'new password') {
			drs.start(id);
			const jobs = ['so', 'ta'].map((side) => ({
				job_id: id,
				end_point_type: side,
				db_password: SECRETS.db_password,
			}));
			expect(JSON.stringify(drs.call('changePasswords', { jobs }))).not.toContain('Secret');
		}
		const task = drs.context.tasks.all()[0];
		expect([task.source.db_password, task.target.db_password]).toEqual([
			SECRETS.db_password,
			SECRETS.db_password,
		]);
		const shown = [
			drs.call('getTaskDetails', { jobs: [id] }),
			drs.call('getTaskStatuses', { jobs: [id] }),
			drs.call('listTasks', { cur_page: 1, per_page: 10, db_use_type: 'migration' }),
		].map((answer) => JSON.stringify(answer));
		for (const text of shown) {
			for (const secret of [...Object.values(SECRETS), 'Source-Secret-1'])
				expect(text).not.toContain(secret);
			expect(text).not.toContain('db_password');
		}
	});
});
