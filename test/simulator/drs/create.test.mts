import { creation } from '../client.mts';
import { INSTANCE, REFUSED_CREATIONS, SUBNET, TAKEN_CREATIONS } from './creations.mts';
import { codeOf, createEngine, resultsOf, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine({ knownInstances: new Set([INSTANCE]), knownSubnets: new Set([SUBNET]) });

const createAll = (...jobs: object[]) => drs.call('createTasks', { jobs });
const flat = (name: string, changes: Fields = {}) => {
	const { source_endpoint: source, target_endpoint: target, ...rest } = creation(name);
	const body = { ...rest, source_Endpoint: source, target_Endpoint: target, ...changes };
	return drs.call('listTasks', body);
};
const names = (): string[] => drs.context.tasks.all().map(({ name }) => name);

describe('creating tasks', () => {
	it('answers ID, name, status and time', () => {
		const { status, body } = createAll(creation('shop-1'));
		expect([status, body]).toEqual([
			202,
			{
				count: 1,
				results: [
					{
						id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{7}jb101$/),
						name: 'shop-1',
						status: 'CREATING',
						create_time: String(drs.clock.time),
					},
				],
			},
		]);
	});

	it('gives every task its own ID, the same ones for the same seed', () => {
		const many = Array.from({ length: 30 }, (_, index) => `shop-${index}`);
		const ids = drs.create(many);
		expect(new Set(ids).size).toBe(30);
		const { knownInstances, knownSubnets } = drs.context;
		expect(createEngine({ knownInstances, knownSubnets }).create(many)).toEqual(ids);
		expect(createEngine({ knownInstances, knownSubnets, seed: 2 }).create(many)).not.toEqual(ids);
	});

	it('answers in another order than asked', () => {
		const wanted = Array.from({ length: 10 }, (_, index) => `shop-${index}`);
		const answered = resultsOf(createAll(...wanted.map(creation))).map(({ name }) => name);
		expect(answered).not.toEqual(wanted);
		expect([...answered].sort()).toEqual(wanted);
	});

	it('takes the flat form of the guide, and answers with the task alone', () => {
		const { status, body } = flat('guide-1');
		expect(status).toBe(202);
		expect(body).toEqual({
			id: drs.context.tasks.all()[0].id,
			name: 'guide-1',
			status: 'CREATING',
			create_time: String(drs.clock.time),
		});
	});
});

describe('names', () => {
	it.each(['shop-1', 'SHOP-1'])('%s exists already: the whole call is refused', (name) => {
		drs.create(['shop-1']);
		for (const answer of [
			createAll(creation(name)),
			createAll(creation('shop-2'), creation(name)),
			flat(name),
		]) {
			expect([answer.status, codeOf(answer)]).toEqual([422, 'DRS.M00277']);
		}
		expect(names()).toEqual(['shop-1']);
	});

	it('are free again when the task is renamed or deleted', () => {
		const [id, other] = drs.create(['shop-1', 'shop-2']);
		drs.call('modifyTasks', { jobs: [{ job_id: id, name: 'shop-3' }] });
		drs.call('stopOrDeleteTasks', { jobs: [{ job_id: other, delete_type: 'delete' }] });
		drs.clock.time += 60_000;
		const taken = createAll(creation('SHOP-3'));
		expect([taken.status, codeOf(taken)]).toEqual([422, 'DRS.M00277']);
		expect(createAll(creation('shop-1')).status).toBe(202);
	});

	it('may be taken twice by a service that is told not to care, for tests of clients', () => {
		const { knownInstances, knownSubnets } = drs.context;
		const careless = createEngine({ knownInstances, knownSubnets, uniqueNames: false });
		const ids = [...careless.create(['shop-1']), ...careless.create(['shop-1'])];
		expect(new Set(ids).size).toBe(2);
	});

	it('stand once in a batch', () => {
		const answer = createAll(creation('shop-1'), creation('Shop-1'));
		expect([answer.status, answer.body]).toEqual([
			400,
			{ error_code: 'DRS.M00301', error_msg: 'There are duplicate name in request.' },
		]);
		expect(names()).toEqual([]);
	});

	it('are free in another project, whose tasks nobody else sees', () => {
		const [id] = drs.create(['shop-1']);
		const there = drs.call('createTasks', { jobs: [creation('shop-1')] }, { project: 'project-2' });
		expect(there.status).toBe(202);
		const look = drs.call('getTaskDetails', { jobs: [id] }, { project: 'project-2' });
		expect(resultsOf(look)[0].error_code).toBe('DRS.M05003');
		const stop = drs.call(
			'stopOrDeleteTasks',
			{ jobs: [{ job_id: id, delete_type: 'force_terminate' }] },
			{ project: 'project-2' },
		);
		expect(resultsOf(stop)[0]).toMatchObject({ status: 'failed', error_code: 'DRS.M05003' });
		expect(drs.status(id)).toBe('CREATING');
	});

	it('are not taken any more once a rename or a deletion has freed them', () => {
		const [id] = drs.create(['shop-1']);
		drs.call('modifyTasks', { jobs: [{ job_id: id, name: 'shop-2' }] });
		expect(createAll(creation('shop-1')).status).toBe(202);
		expect(codeOf(createAll(creation('shop-2')))).toBe('DRS.M00277');
	});
});

describe('a call is refused as a whole', () => {
	it.each(REFUSED_CREATIONS)('%s', (_name, changes, code, field) => {
		const job = JSON.parse(JSON.stringify({ ...creation('shop-1'), ...changes }));
		const answer = createAll(creation('shop-2'), job);
		expect([answer.status, codeOf(answer)]).toEqual([400, code]);
		expect((answer.body as Fields).error_msg).toContain(field);
		expect(names()).toEqual([]);
	});

	it('twice the same tag', () => {
		const tags = [
			{ key: 'team', value: 'a' },
			{ key: 'team', value: 'b' },
		];
		expect(codeOf(createAll({ ...creation('shop-1'), tags }))).toBe('DRS.M00269');
	});

	it.each(TAKEN_CREATIONS)('but not for: %s', (_name, changes) => {
		expect(createAll({ ...creation('shop-1'), ...changes }).status).toBe(202);
		expect(names()[0]).toBe('shop-1');
	});
});

describe('an instance that does not exist', () => {
	const target = { db_type: 'mysql', region: 'eu-de', inst_id: 'unknown-in01' };

	it('fails its task alone, inside an answer that succeeds', () => {
		const answer = createAll(creation('shop-1'), {
			...creation('shop-2'),
			target_endpoint: target,
		});
		expect(answer.status).toBe(202);
		expect(resultsOf(answer).find(({ name }) => name === 'shop-2')).toEqual({
			name: 'shop-2',
			status: 'failed',
			error_code: 'DRS.M05006',
			error_msg: 'Invalid RDS DB instance.',
		});
		expect(names()).toEqual(['shop-1']);
	});

	it('refuses the flat form', () => {
		const answer = flat('guide-1', { target_Endpoint: target });
		expect([answer.status, codeOf(answer)]).toEqual([422, 'DRS.M05006']);
		expect(names()).toEqual([]);
	});
});
