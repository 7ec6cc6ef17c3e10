import { request } from 'node:http';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { creation, logIn, send, sign } from './client.mts';
import { useSession } from './useSession.mts';

const PROJECT = '054ba152d480d55b2f5dc0069e7ddef0';

const { simulator, session } = useSession();

const get = async (path: string, host?: string) =>
	await send(`${simulator.url}${path}`, {
		headers: { ...session.headers, ...(host === undefined ? {} : { Host: host }) },
	});
const names = ({ data }: { data: { instances: Array<{ name: string }> } }) =>
	data.instances.map(({ name }) => name);

/** Sends a whole address in the request line, as a client does that uses a proxy. */
const throughProxy = async (url: string): Promise<string> =>
	await new Promise((resolve, reject) => {
		const { host } = new URL(url);
		const headers = { ...session.headers, host };
		const call = request(
			{ host: '127.0.0.1', port: simulator.port, path: url, headers },
			(answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
			},
		);
		call.on('error', reject);
		call.end();
	});

describe('a service by its host name', () => {
	const path = `/v3/${PROJECT}/instances`;

	it('tells RDS and DDS apart', async () => {
		expect(names(await get(path, 'rds.eu-de.otc.t-systems.com'))).toContain('rds-shop');
		expect(names(await get(path, 'dds.eu-de.example:8085'))).toEqual([
			'dds-catalog',
			'dds-sessions',
		]);
		expect(names(await get(path))).toHaveLength(10);
	});

	it.each(['gaussdb', 'gaussdb-mysql'])(
		'takes the name %s, as host and in the path',
		async (name) => {
			const mysql = `/mysql/v3/${PROJECT}/instances`;
			expect(names(await get(mysql, `${name}.eu-de.example`))).toContain('gauss-shop');
			expect(names(await get(`/${name}${mysql}`))).toContain('gauss-shop');
		},
	);

	it('works for whole addresses in the request line', async () => {
		const text = await throughProxy(`http://dds.eu-de.otc.t-systems.com${path}`);
		expect(text).toContain('dds-catalog');
	});
});

describe('documented filters', () => {
	const id = 'e05a3679efe241d8b5dee80b17c1a863in01';

	it.each([
		[`id=${id}`, ['rds-shop']],
		['type=Single', []],
		['type=Ha&datastore_type=PostgreSQL', ['pg-orders', 'pg-reports', 'pg-archive']],
		['vpc_id=nothing', []],
		['tags=team', []],
	])('of RDS: %s', async (query, expected) => {
		expect(names(await get(`/rds/v3/${PROJECT}/instances?${query}`))).toEqual(expected);
	});

	it('of VPCs and security groups', async () => {
		const vpcs = (await get(`/vpc/v1/${PROJECT}/vpcs`)).data.vpcs as Array<{ id: string }>;
		const one = await get(`/vpc/v1/${PROJECT}/vpcs?id=${vpcs[1].id}`);
		expect(one.data.vpcs).toEqual([vpcs[1]]);
		expect((await get(`/vpc/v1/${PROJECT}/vpcs/${vpcs[1].id}`)).data.vpc).toEqual(vpcs[1]);
		const missing = await get(`/vpc/v1/${PROJECT}/vpcs/nothing`);
		expect([missing.status, missing.data.code]).toEqual([404, 'VPC.0003']);
		const none = await get(`/vpc/v1/${PROJECT}/security-groups?enterprise_project_id=other`);
		expect(none.data.security_groups).toEqual([]);
		expect((await get('/vpc/v2.0/security-groups?name=default')).data.security_groups).toHaveLength(
			1,
		);
	});
});

describe('a refusal of a bad request', () => {
	let strict: Simulator;

	beforeAll(async () => {
		strict = await startSimulator({ strict: true });
	});

	afterAll(async () => {
		await strict.close();
	});

	it.each([
		[
			'rds/v3/{p}/instances',
			{ error_code: 'DBS.200001', error_msg: expect.stringContaining('colour') },
		],
		[
			'dds/v3/{p}/instances',
			{ error_code: 'DBS.200001', error_msg: expect.stringContaining('colour') },
		],
		['vpc/v1/{p}/vpcs', { code: 'VPC.0101', message: expect.stringContaining('colour') }],
		[
			'iam/v3/projects',
			{ error: { code: 400, title: 'Bad Request', message: expect.any(String) } },
		],
		['ces/V1.0/{p}/metrics', expect.objectContaining({ code: 400, element: 'Bad Request' })],
	])('of %s has the form of its service', async (path, expected) => {
		const { headers } = await logIn(strict.url);
		const url = `${strict.url}/${path.replace('{p}', PROJECT)}?colour=red`;
		const { status, data } = await send(url, { headers });
		expect([status, data]).toEqual([400, expected]);
	});
});

describe('a GET with a body', () => {
	it('is verified with that body, as an SDK signs it', async () => {
		const url = `${simulator.url}/iam/v3/projects?name=eu-de`;
		const headers = sign(url, { time: Date.now(), body: '{}' });
		const answered = await send(url, { method: 'GET', body: '{}', headers });
		expect([answered.status, answered.data.projects?.length]).toEqual([200, 1]);
		expect((await send(url, { method: 'GET', body: '{ }', headers })).status).toBe(401);
	});
});

it('Cloud Eye lists the metrics of a task', async () => {
	const created = await send(`${simulator.url}/drs/v3/${PROJECT}/jobs/batch-creation`, {
		headers: session.headers,
		body: { jobs: [creation('shop-metrics')] },
	});
	const [{ id }] = created.data.results;
	const { data } = await get(
		`/ces/V1.0/${PROJECT}/metrics?namespace=SYS.DRS&dim=instance_id,${id}`,
	);
	expect(data.meta_data.total).toBe(19);
	expect(data.metrics[0].dimensions).toEqual([{ name: 'instance_id', value: id }]);
});

describe('the OpenAPI document', () => {
	it('is served with printed examples and its own address', async () => {
		const { status, data } = await send(`${simulator.url}/openapi.json`);
		expect(status).toBe(200);
		expect(data.servers).toEqual([{ url: simulator.url }]);
		const creationPath = data.paths['/v3/{project_id}/jobs/batch-creation'].post;
		const { example } = creationPath.requestBody.content['application/json'];
		expect(example.jobs[0].name).toBe('DRS-9228');
		const list = data.paths['/v3/{project_id}/jobs'].post.responses['200'];
		expect(list.content['application/json'].example.jobs[0].create_time).toBe(
			'2020-12-21 10:57:49',
		);
		const rds = data.paths['/v3/{project_id}/instances'].get.responses['200'];
		expect(rds.content['application/json'].example.instances).toHaveLength(1);
	});
});
