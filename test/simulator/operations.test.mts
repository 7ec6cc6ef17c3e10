import reference from '../../simulator/contract/reference/drs-v3.json' with { type: 'json' };
import { operations } from '../../simulator/contract/index.mts';
import { findRoute } from '../../simulator/http/routes.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { creation, logIn, send, type Session } from './client.mts';

let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	simulator = await startSimulator();
	session = await logIn(simulator.url);
});

afterEach(async () => {
	await simulator.close();
});

const drsOperations = operations.filter(({ service }) => service === 'drs');
const fill = (path: string, jobId = 'any'): string =>
	path.replace('{project_id}', session.projectId).replace('{job_id}', jobId);
const jobs = async (path: string, body?: object | string, method = 'POST') =>
	await send(`${simulator.url}/drs/v3/${session.projectId}/jobs/${path}`, {
		method,
		body,
		headers: session.headers,
	});

const VALUES: Record<string, string> = {
	project_id: 'p1',
	job_id: 'j1',
	vpc_id: 'v1',
	user_id: 'u1',
	id: 'i1',
};

describe('addresses', () => {
	it.each(
		operations.map(({ operationId, service, method, path }) => [
			operationId,
			service,
			method,
			path,
		]),
	)('%s is found with and without its service', (operationId, service, method, path) => {
		const real = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => VALUES[name]);
		const found = findRoute(method, `/${service}${real}`);
		expect(found).toMatchObject({ operationId, service });
		expect(found?.pathParameters).toEqual({
			...Object.fromEntries(Object.entries(VALUES).filter(([name]) => path.includes(`{${name}}`))),
		});
		expect(findRoute(method, real, `${service}.eu-de.example:8085`)).toEqual(found);
		expect(findRoute(method, real)?.operationId).toBe(
			operations.find((other) => other.path === path && other.method === method)?.operationId,
		);
	});

	it.each([
		['GET', '/drs/v3/p1/jobs'],
		['POST', '/drs/v3/p1/jobs/batch-nothing'],
		['POST', '/drs/v3//jobs/batch-status'],
		['POST', '/nowhere/v3/p1/jobs/batch-status'],
	])('%s %s does not exist', async (method, path) => {
		const { status, data, headers } = await send(`${simulator.url}${path}`, { method });
		expect([status, data.error_code]).toEqual([404, 'APIGW.0101']);
		expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
	});
});

describe('every operation of DRS', () => {
	it('is one of the reference', () => {
		expect(drsOperations.map(({ operationId }) => operationId).sort()).toEqual(
			reference.map(({ id }) => id).sort(),
		);
	});

	it.each(drsOperations.map(({ operationId, method, path }) => [operationId, method, path]))(
		'%s refuses a caller without a token, and one whose token is dead',
		async (_operation, method, path) => {
			const url = `${simulator.url}/drs${fill(path)}`;
			const missing = await send(url, { method, body: method === 'GET' ? undefined : {} });
			expect([missing.status, missing.data.error_code]).toEqual([401, 'APIGW.0301']);
			const dead = await send(url, {
				method,
				body: method === 'GET' ? undefined : {},
				headers: { 'X-Auth-Token': 'dead' },
			});
			expect([dead.status, dead.data.error_code]).toEqual([403, 'DRS.M00100']);
			expect(simulator.tasks.all()).toEqual([]);
		},
	);

	it.each(
		drsOperations
			.filter(({ method }) => method !== 'GET')
			.map(({ operationId, method, path }) => [operationId, method, path]),
	)('%s names a field that it does not know', async (_operation, method, path) => {
		const { status, data } = await send(`${simulator.url}/drs${fill(path)}`, {
			method,
			body: { no_such_field: 1 },
			headers: session.headers,
		});
		expect(status).toBe(400);
		expect(data.error_code).toMatch(/^DRS\.M0020[12]$/);
	});
});

describe('requests that break the contract', () => {
	const refused = async (job: object) => {
		const { status, data } = await jobs('batch-creation', { jobs: [job] });
		expect(status).toBe(400);
		expect(simulator.tasks.all()).toEqual([]);
		return data;
	};
	const valid = creation('shop-1');

	it('a mandatory field is missing', async () => {
		const { engine_type: _engine, ...job } = valid;
		expect(await refused(job)).toEqual({
			error_code: 'DRS.M00201',
			error_msg: 'The parameter jobs.0.engine_type is empty.',
		});
	});

	it.each([
		['an unknown field', { ...valid, colour: 'red' }, 'jobs.0.colour'],
		['another type', { ...valid, bind_eip: 'yes' }, 'jobs.0.bind_eip'],
		['a value that is not listed', { ...valid, net_type: 'carrier-pigeon' }, 'jobs.0.net_type'],
	])('%s', async (_name, job, field) => {
		const data = await refused(job);
		expect(data.error_code).toBe('DRS.M00202');
		expect(data.error_msg).toContain(`The value of parameter ${field} is invalid.`);
	});

	it.each(['{"jobs":[', 'jobs=1', '<jobs/>'])('%s is not JSON', async (body) => {
		const { status, data } = await jobs('batch-status', body);
		expect([status, data.error_code]).toEqual([400, 'DRS.M00007']);
	});

	it('an unknown parameter in the address, when it is strict', async () => {
		const strict = await startSimulator({ strict: true });
		const { headers, projectId } = await logIn(strict.url);
		const url = `${strict.url}/drs/v3/${projectId}/jobs/batch-status?page=1`;
		const { status, data } = await send(url, { body: { jobs: ['a'] }, headers });
		await strict.close();
		expect(status).toBe(400);
		expect(data.error_msg).toContain('parameter page');
	});
});

describe('tasks over the wire', () => {
	it('are created, unique by name, and five to a page', async () => {
		const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `shop-${letter}`);
		const created = await jobs('batch-creation', { jobs: names.map(creation) });
		expect(created.status).toBe(202);
		const byName = new Map<string, string>(
			created.data.results.map(({ id, name }: { id: string; name: string }) => [name, id]),
		);
		expect([...byName.keys()].sort()).toEqual(names);
		const again = await jobs('batch-creation', { jobs: [creation('shop-a')] });
		expect([again.status, again.data.error_code]).toEqual([422, 'DRS.M00277']);
		const ids = [...byName.values()];
		expect((await jobs('batch-status', { jobs: ids })).data.results).toHaveLength(5);
		const all = await jobs('batch-status', { jobs: ids, page_req: { cur_page: 1, per_page: 0 } });
		expect(all.data.results.map(({ id }: { id: string }) => id).sort()).toEqual(ids.sort());
	});

	it('are created in the flat form of the guide, at the address of the list', async () => {
		const { source_endpoint: source, target_endpoint: target, ...rest } = creation('guide-1');
		const url = `${simulator.url}/drs/v3/${session.projectId}/jobs`;
		const { status, data } = await send(url, {
			body: { ...rest, source_Endpoint: source, target_Endpoint: target },
			headers: session.headers,
		});
		expect(status).toBeLessThan(300);
		expect(JSON.stringify(data)).toContain('guide-1');
		expect(simulator.tasks.all().map(({ name }) => name)).toEqual(['guide-1']);
	});

	it('show at the control address', async () => {
		await jobs('batch-creation', { jobs: [creation('shop-1')] });
		const { data } = await send(`${simulator.url}/__simulator/tasks`);
		expect(data).toMatchObject([{ name: 'shop-1', projectId: session.projectId }]);
	});
});

describe('a user who may only look', () => {
	let viewer: Session;

	beforeEach(async () => {
		viewer = await logIn(simulator.url, 'drs-viewer');
	});

	/** The reference says in the title what an operation does. */
	const READING = reference
		.filter(({ title }) => /^(Querying|Obtaining) /.test(title))
		.map(({ id }) => id);

	it.each(drsOperations.map(({ operationId, method, path }) => [operationId, method, path]))(
		'%s',
		async (operation, method, path) => {
			const { status, data } = await send(`${simulator.url}/drs${fill(path)}`, {
				method,
				body: method === 'GET' ? undefined : {},
				headers: viewer.headers,
			});
			const isRefused = status === 403 && data.error_code === 'DRS.M00102';
			expect(isRefused).toBe(!READING.includes(operation));
		},
	);

	it('cannot create in the flat form of the guide', async () => {
		const { source_endpoint: source, target_endpoint: target, ...rest } = creation('guide-1');
		const { status, data } = await send(`${simulator.url}/drs/v3/${viewer.projectId}/jobs`, {
			body: { ...rest, source_Endpoint: source, target_Endpoint: target },
			headers: viewer.headers,
		});
		expect([status, data.error_code]).toEqual([403, 'DRS.M00102']);
		expect(simulator.tasks.all()).toEqual([]);
	});

	it.each(['/rds/v3/', '/dds/v3/', '/gaussdb-mysql/mysql/v3/', '/v3/'])(
		'cannot list the instances of %s',
		async (prefix) => {
			const { status } = await send(
				`${simulator.url}${prefix}${viewer.projectId}/instances`,
				viewer,
			);
			expect(status).toBe(403);
		},
	);

	it('can list networks', async () => {
		const { status } = await send(`${simulator.url}/vpc/v1/${viewer.projectId}/vpcs`, viewer);
		expect(status).toBe(200);
	});
});

describe('the server', () => {
	it('gives date and request ID with every answer, a new ID each', async () => {
		const answers = [
			await jobs('batch-status', { jobs: ['a'] }),
			await jobs('batch-status', { jobs: ['a'] }),
			await jobs('batch-status', {}),
		];
		for (const { headers } of answers) {
			expect(Number.isNaN(Date.parse(String(headers.date)))).toBe(false);
			expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
		}
		expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(3);
	});

	it('tells whether it is up, and what it does not have', async () => {
		const control = `${simulator.url}/__simulator`;
		expect((await send(`${control}/health`)).data).toEqual({ status: 'ok' });
		expect((await send(`${control}/nothing`)).status).toBe(404);
	});

	it('listens on loopback, and refuses a port that is taken', async () => {
		expect(simulator.url).toBe(`http://127.0.0.1:${simulator.port}`);
		await expect(startSimulator({ port: simulator.port })).rejects.toThrow('EADDRINUSE');
	});

	it('is gone after close', async () => {
		const other = await startSimulator();
		await other.close();
		await expect(send(`${other.url}/__simulator/health`)).rejects.toMatchObject({
			code: 'ECONNREFUSED',
		});
	});
});
