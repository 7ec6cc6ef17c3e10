import { toFailure } from '../../../../../../nodes/shared/failures/fieldProblems.ts';
import { checkTask } from '../../../../../../nodes/OtcDrs/resources/task/create/check.ts';
import type { TaskInput } from '../../../../../../nodes/OtcDrs/resources/task/create/input.ts';
import {
	DISASTER_RECOVERY,
	MIGRATION,
	type Scenario,
} from '../../../../../../nodes/shared/drs/scenarios.ts';

const VALID: TaskInput = {
	name: 'shop-db',
	engineType: 'mysql',
	jobDirection: 'up',
	netType: 'eip',
	bindEip: true,
	taskType: 'FULL_INCR_TRANS',
	nodeType: 'high',
	subnetId: '352ad828-3467-4f03-987a-c55a5a9dd417',
	source: { dbType: 'mysql' },
	target: { dbType: 'mysql', region: 'eu-de', instId: 'e05a3679efe241d8b5dee80b17c1a863in01' },
};

const check = (
	changes: Partial<TaskInput>,
	scenario: Scenario = MIGRATION,
	subnetRequired = true,
) => checkTask({ ...VALID, ...changes }, scenario, { subnetRequired });

const fields = (changes: Partial<TaskInput>, scenario?: Scenario) =>
	check(changes, scenario).map(({ field }) => field);

describe('the checks before anything is sent', () => {
	it('lets a complete task pass', () => {
		expect(check({})).toEqual([]);
	});

	it.each([
		['', 'is empty'],
		['abc', '"abc" has 3 characters'],
		['a'.repeat(51), 'has 51 characters'],
		['shop db', 'contains a space'],
		['shop\u00a0db', 'contains a space'],
		['shop.db/1', 'contains . /'],
	])('explains the name %p', (name, fault) => {
		const [problem] = check({ name });
		expect(problem.field).toBe('Task Name');
		expect(problem.fault).toContain(fault);
		expect(problem.remedy).toBe('Use 4 to 50 letters, digits, hyphens (-) and underscores (_).');
	});

	it.each(['abcd', 'a'.repeat(50), 'Ab_9-x'])('accepts the name %p', (name) => {
		expect(check({ name })).toEqual([]);
	});

	it('demands the target instance of a task to the cloud, the source instance of one out of it', () => {
		expect(fields({ target: {} })).toEqual(['Target DB Instance']);
		expect(fields({ jobDirection: 'down', source: {} })).toEqual(['Source Database → DB Instance']);
		expect(fields({ jobDirection: 'non-dbs', target: {} })).toEqual([]);
	});

	it('demands a region with an instance', () => {
		expect(fields({ target: { instId: 'x' } })).toEqual(['Target Database → Region']);
	});

	it('demands a subnet, except in the flat form of the guide and for that of the instance', () => {
		expect(fields({ subnetId: undefined })).toEqual(['Replication Subnet']);
		expect(fields({ subnetId: undefined, usesInstanceSubnet: true })).toEqual([]);
		expect(check({ subnetId: undefined }, MIGRATION, false)).toEqual([]);
	});

	it('demands an elastic IP with a public network', () => {
		expect(fields({ bindEip: false })).toEqual(['Bind EIP']);
		expect(fields({ netType: 'vpc', bindEip: undefined })).toEqual([]);
	});

	it('knows the limits of disaster recovery', () => {
		expect(fields({ netType: 'vpc', multiWrite: false }, DISASTER_RECOVERY)).toEqual([
			'Network Type',
		]);
		expect(fields({ taskType: 'FULL_TRANS', multiWrite: false }, DISASTER_RECOVERY)).toEqual([
			'Task Mode',
		]);
		expect(fields({ taskType: 'FULL_TRANS', multiWrite: true }, DISASTER_RECOVERY)).toEqual([]);
	});

	it.each([13, 101, 20.5, Number.NaN])('refuses %p days', (expiredDays) => {
		expect(fields({ expiredDays })).toEqual(['Auto-Stop Failed Task After (Days)']);
	});

	it.each([0, 33, 1.5])('refuses %p nodes', (nodeNum) => {
		expect(fields({ nodeNum })).toEqual(['Number of Nodes']);
	});

	it('accepts the limits themselves', () => {
		expect(fields({ expiredDays: 14, nodeNum: 1 })).toEqual([]);
		expect(fields({ expiredDays: 100, nodeNum: 32 })).toEqual([]);
	});

	it('refuses a description that is too long or holds forbidden characters', () => {
		expect(fields({ description: 'x'.repeat(257) })).toEqual(['Description']);
		const [{ fault, remedy }] = check({ description: 'a & b "c" \\' });
		expect(fault).toBe('contains & " \\');
		expect(remedy).toBe('Remove the characters ! < > \' & " \\.');
		expect(fields({ description: 'x'.repeat(256) })).toEqual([]);
	});

	it('refuses a zone without its counterpart', () => {
		expect(fields({ masterAz: 'eu-de-01' })).toEqual(['Standby Zone']);
		expect(fields({ slaveAz: 'eu-de-01' })).toEqual(['Primary Zone']);
	});

	it('refuses too many, too long, misspelt and repeated tags', () => {
		const many = Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, value: '' }));
		expect(fields({ tags: many })).toEqual(['Tags']);
		expect(fields({ tags: many.slice(1) })).toEqual([]);
		expect(fields({ tags: [{ key: 'k'.repeat(37), value: 'v' }] })).toEqual(['Tags → Key']);
		expect(fields({ tags: [{ key: '', value: 'v' }] })).toEqual(['Tags → Key']);
		expect(fields({ tags: [{ key: 'k', value: 'v'.repeat(44) }] })).toEqual(['Tags → Value']);
		expect(fields({ tags: [{ key: 'k', value: 'a b' }] })).toEqual(['Tags → Value']);
		expect(
			fields({
				tags: [
					{ key: 'k', value: '1' },
					{ key: 'k', value: '2' },
				],
			}),
		).toEqual(['Tags → Key']);
	});

	it('refuses ports out of range and certificates that cannot be read, without repeating them', () => {
		expect(fields({ source: { dbPort: 65_536 } })).toEqual(['Source Database → Port']);
		const problems = check({ source: { sslCert: 'not a certificate!' } });
		expect(problems.map(({ field }) => field)).toEqual(['Source Database → SSL Certificate']);
		expect(JSON.stringify(problems)).not.toContain('not a certificate!');
	});

	it('names all fields at fault at once, with each remedy', () => {
		const failure = toFailure(check({ name: 'abc', bindEip: false }));
		expect(failure.message).toBe('Task Name: "abc" has 3 characters; Bind EIP: is off');
		expect(failure.description).toContain('4 to 50 letters');
		expect(failure.description).toContain('Turn on "Bind EIP"');
	});
});
