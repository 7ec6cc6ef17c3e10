import { operations } from '../../simulator/contract/index.mts';
import { findRoute } from '../../simulator/http/routes.mts';
import { startSimulator } from '../../simulator/index.mts';
import { creation, send } from './client.mts';
import { useSession } from './useSession.mts';

const { simulator, session, jobs } = useSession();

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

describe('tasks over the wire', () => {
	it('are created, unique by name, and five to a page', async () => {
		const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `shop-${letter}`);
		const created = await jobs('/batch-creation', { jobs: names.map(creation) });
		expect(created.status).toBe(202);
		const byName = new Map<string, string>(
			created.data.results.map(({ id, name }: { id: string; name: string }) => [name, id]),
		);
		expect([...byName.keys()].sort()).toEqual(names);
		const again = await jobs('/batch-creation', { jobs: [creation('shop-a')] });
		expect([again.status, again.data.error_code]).toEqual([422, 'DRS.M00277']);
		const ids = [...byName.values()];
		expect((await jobs('/batch-status', { jobs: ids })).data.results).toHaveLength(5);
		const all = await jobs('/batch-status', { jobs: ids, page_req: { cur_page: 1, per_page: 0 } });
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
		await jobs('/batch-creation', { jobs: [creation('shop-1')] });
		const { data } = await send(`${simulator.url}/__simulator/tasks`);
		expect(data).toMatchObject([{ name: 'shop-1', projectId: session.projectId }]);
	});
});

describe('the server', () => {
	it('gives date and request ID with every answer, a new ID each', async () => {
		const answers = [
			await jobs('/batch-status', { jobs: ['a'] }),
			await jobs('/batch-status', { jobs: ['a'] }),
			await jobs('/batch-status', {}),
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
