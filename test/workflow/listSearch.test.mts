import type { ILoadOptionsFunctions, INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import * as listSearch from '../../nodes/OtcDrs/listSearch/index.ts';
import { searchable, toEntry } from '../../nodes/shared/fields/searchable.ts';
import { useCloud } from '../support/cloud.mts';
import { CREATE, otcEngine, POSTGRESQL, runNode } from '../support/otc.mts';

const { simulator } = useCloud();

interface SearchOptions {
	filter?: string;
	parameters?: INodeParameters;
	credential?: Record<string, string>;
}

const contextFor = (options: SearchOptions = {}): ILoadOptionsFunctions =>
	otcEngine(simulator.url, options.credential).loadOptions({
		id: '1',
		name: 'OTC DRS',
		type: 'n8n-nodes-otc-drs.otcDrs',
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource: 'task', operation: 'createMigration', ...options.parameters },
		credentials: { otcApi: { id: 'otc', name: 'OTC' } },
	});

const search = async (
	method: keyof typeof listSearch,
	options: SearchOptions = {},
): Promise<INodeListSearchResult> =>
	await listSearch[method].call(contextFor(options), options.filter);

const namesOf = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

describe('the lists to pick from', () => {
	it.each([
		['createMigration', 'mysql', /\(MySQL/, 5],
		['createMigration', 'mongodb', /\(DDS-Community/, 2],
		['createSync', 'mysql-to-taurus', /\(gaussdb-mysql/, 2],
		['createSync', 'postgresql', /\(PostgreSQL/, 3],
		['createDisasterRecovery', 'cloudDataGuard-mysql', /\(MySQL/, 5],
	])(
		'%s with engine %s offers the target instances that fit',
		async (operation, engineType, pattern, count) => {
			const names = namesOf(
				await search('searchTargetInstances', { parameters: { operation, engineType } }),
			);
			expect(names).toHaveLength(count);
			for (const name of names) expect(name).toMatch(pattern);
		},
	);

	it('offers the source instances of the source side', async () => {
		const parameters = {
			operation: 'createSync',
			engineType: 'mysql-to-taurus',
			additionalFields: { jobDirection: 'down' },
		};
		expect(namesOf(await search('searchSourceInstances', { parameters }))).toContain(
			'rds-shop (MySQL 8.0)',
		);
	});

	it('filters by name and by ID', async () => {
		expect(namesOf(await search('searchTargetInstances', { filter: 'SHOP' }))).toEqual([
			'rds-shop (MySQL 8.0)',
		]);
		expect(namesOf(await search('searchTargetInstances', { filter: '63e0699063' }))).toEqual([
			'rds-crm (MySQL 5.7)',
		]);
		expect(namesOf(await search('searchTargetInstances', { filter: 'nothing' }))).toEqual([]);
	});

	it('names every subnet together with its VPC', async () => {
		const { results } = await search('searchSubnets');
		expect(results).toHaveLength(13);
		expect(results[0]).toEqual({
			name: 'vpc-databases / subnet-mysql (192.168.0.0/24)',
			value: '352ad828-3467-4f03-987a-c55a5a9dd417',
		});
	});

	it('begins the subnets with those in the VPC of the DB instance, each once', async () => {
		const targetInstance = {
			__rl: true,
			mode: 'list',
			value: '3ef57dbcc8db478a9e346d26ef2575bfin01',
		};
		const names = namesOf(await search('searchSubnets', { parameters: { targetInstance } }));
		expect(names[0]).toBe('vpc-applications / subnet-applications (172.21.176.0/24)');
		expect([names.length, new Set(names).size]).toEqual([13, 13]);
	});

	it('offers VPCs, security groups and enterprise projects', async () => {
		expect(namesOf(await search('searchVpcs'))).toContain('vpc-databases (192.168.0.0/16)');
		expect(namesOf(await search('searchSecurityGroups'))).toEqual(['sg-databases', 'default']);
		expect(namesOf(await search('searchEnterpriseProjects', { filter: 'shop' }))).toEqual(['shop']);
	});

	it('offers tasks of all scenarios', async () => {
		const engine = otcEngine(simulator.url);
		await runNode(engine, CREATE, [{ name: 'shop-db' }]);
		await runNode(engine, { ...CREATE, operation: 'createSync', ...POSTGRESQL }, [
			{ name: 'orders-db' },
		]);
		expect(namesOf(await search('searchTasks')).sort()).toEqual(['orders-db', 'shop-db']);
	});

	it('offers an operation the tasks in the statuses that allow it', async () => {
		const engine = otcEngine(simulator.url);
		await runNode(engine, CREATE, [{ name: 'shop-1' }]);
		const tasksFor = async (operation: string) =>
			await search('searchTasks', { parameters: { operation } });
		expect(namesOf(await tasksFor('getStatus'))).toEqual(['shop-1']);
		await expect(tasksFor('start')).rejects.toMatchObject({
			message: 'No task has a status that allows this operation. Use "By ID" for any task.',
		});
	});

	it('offers the availability zones of the region, filtered', async () => {
		expect(namesOf(await search('searchZones'))).toEqual(['eu-de-01', 'eu-de-02', 'eu-de-03']);
		expect(namesOf(await search('searchZones', { filter: '02' }))).toEqual(['eu-de-02']);
		await expect(
			search('searchZones', { credential: { customRegion: 'eu-west-101' } }),
		).rejects.toMatchObject({
			message: 'The availability zones of region "eu-west-101" are unknown to this node',
		});
	});

	it('explains an empty list', async () => {
		await expect(search('searchTasks')).rejects.toMatchObject({
			message: expect.stringMatching(/^There are no tasks in this project\. Create a task first/),
			description: expect.stringContaining('Create a task first'),
		});
	});

	it('says which permission is missing when the instance list is forbidden', async () => {
		await expect(
			search('searchTargetInstances', { credential: { userName: 'drs-viewer' } }),
		).rejects.toMatchObject({
			message:
				'List of RDS for MySQL instances: Resource not found or permission denied (DBS.280015). Grant the user "RDS ReadOnlyAccess" in this project, or use "By ID".',
			description: expect.stringMatching(/rds:instance:list.*Grant the permission.*"By ID"/),
		});
	});

	it('says that a service cannot be reached', async () => {
		const credential = { serviceEndpoint: 'http://127.0.0.1:9/{service}' };
		await expect(search('searchVpcs', { credential })).rejects.toMatchObject({
			message: expect.stringMatching(
				/^List of VPCs: no connection to the service "vpc"\. Check the region and the endpoints.*"By ID"\.$/,
			),
			description: expect.stringContaining('Check the region and the endpoints'),
		});
	}, 60_000);

	it('is patient with a busy service', async () => {
		simulator.faults.add({
			operation: 'listVpcs',
			kind: 'tooManyRequests',
			times: 1,
			retryAfterSeconds: 0,
		});
		expect(namesOf(await search('searchVpcs', { filter: 'analytics' }))).toEqual([
			'vpc-analytics (10.20.0.0/16)',
		]);
		expect(simulator.journal.count('listVpcs')).toBe(2);
	});

	it('reads further pages until something fits, and hands the next page on', async () => {
		const pages = [['a'], ['b', 'match-1'], ['match-2']];
		const asked: Array<string | undefined> = [];
		const method = searchable({
			noun: 'letters',
			whenEmpty: '',
			async fetchPage(_client, _context, token) {
				asked.push(token);
				const page = Number(token ?? 0);
				const entries = pages[page].map((name) => ({ name, value: name }));
				return { entries, next: page < 2 ? String(page + 1) : undefined };
			},
		});
		const context = contextFor();
		const first = await method.call(context, 'match');
		expect(first).toEqual({
			results: [{ name: 'match-1', value: 'match-1' }],
			paginationToken: '2',
		});
		expect(namesOf(await method.call(context, 'match', '2'))).toEqual(['match-2']);
		expect(asked).toEqual([undefined, '1', '2']);
	});
});

describe('an entry of a list', () => {
	it.each([
		[{ id: '1', name: 'shop' }, ['RUNNING'], [{ name: 'shop (RUNNING)', value: '1' }]],
		[
			{ id: '1', name: 'shop' },
			['MySQL 8.0', undefined],
			[{ name: 'shop (MySQL 8.0)', value: '1' }],
		],
		[{ id: '1', name: 'shop' }, [undefined], [{ name: 'shop', value: '1' }]],
		[{ id: '1' }, [], [{ name: '1', value: '1' }]],
		[{ id: '1', name: { a: 1 } }, [{}], [{ name: '1', value: '1' }]],
		[{ name: 'without an ID' }, [], []],
	])('%j with %j is %j', (record, details, entries) => {
		expect(toEntry(record, ...details)).toEqual(entries);
	});
});
