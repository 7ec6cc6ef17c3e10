import { validateResponse } from '../../simulator/contract/validate.mts';
import { send } from './client.mts';
import { useSession } from './useSession.mts';

interface Entry {
	id: string;
	name: string;
	vpc_id?: string;
	datastore?: { type: string };
}

const { simulator, session } = useSession();

const get = async (path: string) =>
	await send(`${simulator.url}${path.replace('{project_id}', session.projectId)}`, session);
const entries = async (path: string, key: string): Promise<Entry[]> => (await get(path)).data[key];
const ids = (list: Entry[]): string[] => list.map(({ id }) => id);

/** Every list: operation, address, key of the entries, whether it has a total. */
const LISTS = [
	['listRdsInstances', '/rds/v3/{project_id}/instances', 'instances', true],
	['listDdsInstances', '/dds/v3/{project_id}/instances', 'instances', true],
	['listGaussDbInstances', '/gaussdb-mysql/mysql/v3/{project_id}/instances', 'instances', true],
	['listVpcs', '/vpc/v1/{project_id}/vpcs', 'vpcs', false],
	['listSubnets', '/vpc/v1/{project_id}/subnets', 'subnets', false],
	['listSecurityGroups', '/vpc/v1/{project_id}/security-groups', 'security_groups', false],
	['listEnterpriseProjects', '/eps/v1.0/enterprise-projects', 'enterprise_projects', true],
] as const;

describe('every list', () => {
	it.each(LISTS)(
		'%s is as the contract says, without and with a prefix',
		async (operation, path, key) => {
			simulator.journal.clear();
			const { status, data } = await get(path);
			expect(status).toBe(200);
			expect(validateResponse(operation, status, data)).toEqual([]);
			expect(simulator.journal.count(operation)).toBe(1);
			expect(new Set(ids(data[key])).size).toBe(data[key].length);
			expect(data[key].length).toBeGreaterThan(1);
		},
	);

	it.each(LISTS.filter(([, , , hasTotal]) => hasTotal))(
		'%s pages by offset and limit',
		async (_operation, path, key) => {
			const { data } = await get(path);
			const all: Entry[] = data[key];
			expect(data.total_count).toBe(all.length);
			const paged: Entry[] = [];
			for (let offset = 0; offset < all.length; offset++) {
				const page = await get(`${path}?offset=${offset}&limit=1`);
				expect(page.data[key]).toHaveLength(1);
				expect(page.data.total_count).toBe(all.length);
				paged.push(...page.data[key]);
			}
			expect(ids(paged)).toEqual(ids(all));
			expect(await entries(`${path}?offset=${all.length}&limit=1`, key)).toEqual([]);
		},
	);

	it.each(LISTS.filter(([, , , hasTotal]) => !hasTotal))(
		'%s pages by marker',
		async (_operation, path, key) => {
			const all = await entries(path, key);
			const paged: Entry[] = [];
			for (;;) {
				const marker = paged.length > 0 ? `&marker=${paged[paged.length - 1].id}` : '';
				const page = await entries(`${path}?limit=2${marker}`, key);
				if (page.length === 0) break;
				paged.push(...page);
			}
			expect(ids(paged)).toEqual(ids(all));
		},
	);

	it.each(LISTS)('%s ignores a parameter that it does not have', async (_operation, path) => {
		const { status, data } = await get(`${path}?colour=red`);
		expect([status, data]).toEqual([200, (await get(path)).data]);
	});
});

describe('what the lists hold', () => {
	const rds = async () => await entries('/rds/v3/{project_id}/instances', 'instances');

	it('the instances and subnets that the examples of the DRS reference print', async () => {
		expect(ids(await rds())).toEqual(
			expect.arrayContaining([
				'e05a3679efe241d8b5dee80b17c1a863in01',
				'64e8d7a31afa476ca85609a17af83765in01',
				'63e0699063494a8a93798f38abf3247ein01',
			]),
		);
		expect(ids(await entries('/dds/v3/{project_id}/instances', 'instances'))).toContain(
			'3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02',
		);
		expect(ids(await entries('/vpc/v1/{project_id}/subnets', 'subnets'))).toEqual(
			expect.arrayContaining([
				'352ad828-3467-4f03-987a-c55a5a9dd417',
				'faf513f3-7a88-4a5c-bec7-238699c29c17',
				'0cf77cfb-3785-4065-a9c4-74b7bb2df071',
			]),
		);
	});

	it('at least seven RDS instances, of MySQL and PostgreSQL, in two VPCs; more than ten subnets', async () => {
		const instances = await rds();
		expect(instances.length).toBeGreaterThanOrEqual(7);
		expect(new Set(instances.map(({ datastore }) => datastore?.type))).toEqual(
			new Set(['MySQL', 'PostgreSQL']),
		);
		expect(new Set(instances.map(({ vpc_id: vpc }) => vpc)).size).toBe(2);
		expect((await entries('/vpc/v1/{project_id}/subnets', 'subnets')).length).toBeGreaterThan(10);
	});

	it('the subnets of a VPC', async () => {
		const [vpc] = await entries('/vpc/v1/{project_id}/vpcs', 'vpcs');
		const all = await entries('/vpc/v1/{project_id}/subnets', 'subnets');
		const own = await entries(`/vpc/v1/{project_id}/subnets?vpc_id=${vpc.id}`, 'subnets');
		expect(own.length).toBeGreaterThan(0);
		expect(own).toEqual(all.filter(({ vpc_id: id }) => id === vpc.id));
		expect(own.length).toBeLessThan(all.length);
	});
});

describe('without the service in the address', () => {
	it('the list of instances holds those of RDS and of DDS', async () => {
		const both = await get('/v3/{project_id}/instances');
		const rds = await entries('/rds/v3/{project_id}/instances', 'instances');
		const dds = await entries('/dds/v3/{project_id}/instances', 'instances');
		expect(ids(both.data.instances)).toEqual([...ids(rds), ...ids(dds)]);
		expect(both.data.total_count).toBe(rds.length + dds.length);
	});

	it.each(LISTS.slice(2))('%s answers the same', async (_operation, path) => {
		const [, , ...rest] = path.split('/');
		expect((await get(`/${rest.join('/')}`)).data).toEqual((await get(path)).data);
	});

	it('a service answers only at its own prefix', async () => {
		const { status, data } = await get('/rds/v1/{project_id}/vpcs');
		expect([status, data.error_code]).toEqual([404, 'APIGW.0101']);
	});
});

describe('metrics of Cloud Eye', () => {
	const metric = async (query: string) =>
		(
			await get(
				`/ces/V1.0/{project_id}/metric-data?namespace=SYS.DRS&dim.0=instance_id,any&${query}`,
			)
		).data;

	it('has a value for every minute', async () => {
		const to = Math.floor(Date.now() / 60_000) * 60_000 - 60_000;
		const { metric_name: name, datapoints } = await metric(
			`metric_name=apply_latency&from=${to - 600_000}&to=${to}&period=1&filter=average`,
		);
		expect(name).toBe('apply_latency');
		expect(datapoints).toHaveLength(11);
		for (const point of datapoints) {
			expect(point).toEqual({
				average: expect.any(Number),
				timestamp: expect.any(Number),
				unit: 'ms',
			});
		}
	});

	it('has none for a metric that does not exist', async () => {
		const query = 'metric_name=nothing&from=0&to=60000&period=300&filter=max';
		expect(await metric(query)).toEqual({ metric_name: 'nothing', datapoints: [] });
	});

	it('refuses what is missing or wrong in its own form', async () => {
		const refusal = (details: string) => ({
			code: 400,
			element: 'Bad Request',
			message: details,
			details: { details },
		});
		const asked = 'metric_name=cpu_util&from=0&to=60000&filter=max';
		expect(await metric(asked)).toEqual(refusal('The parameter period is empty.'));
		expect(await metric(`${asked}&period=60`)).toEqual(
			refusal(expect.stringMatching(/^The value of parameter period is invalid/)),
		);
	});
});
