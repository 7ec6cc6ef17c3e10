import reference from '../../simulator/contract/reference/drs-v3.json' with { type: 'json' };
import { operations } from '../../simulator/contract/index.mts';
import { startSimulator } from '../../simulator/index.mts';
import { creation, logIn, send, type Session } from './client.mts';
import { useSession } from './useSession.mts';

const { simulator, session, jobs } = useSession();

const drsOperations = operations.filter(({ service }) => service === 'drs');

const fill = (path: string, jobId = 'any'): string =>
	path.replace('{project_id}', session.projectId).replace('{job_id}', jobId);

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
		const { status, data } = await jobs('/batch-creation', { jobs: [job] });
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
		const { status, data } = await jobs('/batch-status', body);
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
