import { accounts } from '../../simulator/accounts.mts';
import { startSimulator } from '../../simulator/index.mts';
import { logIn, passwordIdentity, requestToken, send, sign } from './client.mts';
import { useSession } from './useSession.mts';

const PROJECT = '054ba152d480d55b2f5dc0069e7ddef0';

const { simulator, session } = useSession();

interface Entry {
	type: string;
	endpoints: Array<{ url: string; interface: string; region: string }>;
}

const logInTo = async (scope: object | undefined, query = '') =>
	await send(`${simulator.url}/v3/auth/tokens${query}`, {
		body: { auth: { identity: passwordIdentity('drs-operator'), scope } },
	});

const urlOf = (catalog: Entry[], type: string): string | undefined =>
	catalog.find((entry) => entry.type === type)?.endpoints[0]?.url;

const get = async (path: string, headers: Record<string, string> = session.headers) =>
	await send(`${simulator.url}${path}`, { headers });

describe('the service catalog', () => {
	it('stands in the token, unless the request leaves it out', async () => {
		const { data } = await logInTo({ project: { name: 'eu-de' } });
		expect(urlOf(data.token.catalog, 'volumev2')).toBe(`${simulator.url}/evs/v2/${PROJECT}`);
		expect(urlOf(data.token.catalog, 'identity')).toBe(`${simulator.url}/iam/v3`);
		expect(data.token.catalog.map(({ type }: Entry) => type)).not.toContain('drs');
		const without = await logInTo({ project: { name: 'eu-de' } }, '?nocatalog=true');
		expect(without.data.token).not.toHaveProperty('catalog');
	});

	it('can be asked for', async () => {
		const { status, data } = await get('/iam/v3/auth/catalog');
		expect(status).toBe(200);
		expect(urlOf(data.catalog, 'rdsv3')).toBe(`${simulator.url}/rds/v3/${PROJECT}`);
		expect(data.links.self).toBe(`${simulator.url}/iam/v3/auth/catalog`);
	});

	it('holds what the scope allows', async () => {
		const account = await logInTo({ domain: { name: accounts.operator.domainName } });
		expect(account.data.token.catalog.map(({ type }: Entry) => type)).toEqual(['identity', 'eps']);
		const none = await logInTo(undefined);
		expect(none.data.token.catalog).toEqual([]);
		expect(none.data.token).not.toHaveProperty('domain');
	});

	it('leads to addresses that answer', async () => {
		const { data } = await get('/v3/auth/catalog');
		for (const [type, path] of [
			['vpc', '/vpcs'],
			['ddsv3', '/instances'],
			['gaussdb-mysql', '/instances'],
			['ces', '/metrics'],
			['eps', '/enterprise-projects'],
		]) {
			const { status } = await send(`${urlOf(data.catalog, type)}${path}`, session);
			expect([type, status]).toEqual([type, 200]);
		}
		const drs = urlOf(data.catalog, 'volumev2')!.replace('evs', 'drs').replace('v2', 'v3');
		const { status } = await send(`${drs}/jobs`, {
			headers: session.headers,
			body: { cur_page: 1, per_page: 10, db_use_type: 'migration' },
		});
		expect(status).toBe(200);
	});

	it('follows the host by which IAM was found', async () => {
		const { data } = await get('/v3/auth/catalog', {
			...session.headers,
			Host: 'iam.eu-de.example:81',
		});
		expect(urlOf(data.catalog, 'rdsv3')).toBe(`http://rds.eu-de.example:81/v3/${PROJECT}`);
	});

	it('is without endpoints when it is broken', async () => {
		const other = await startSimulator({ catalog: 'broken' });
		const { headers } = await logIn(other.url);
		const { data } = await send(`${other.url}/v3/auth/catalog`, { headers });
		await other.close();
		expect(data.catalog.flatMap(({ endpoints }: Entry) => endpoints)).toEqual([]);
	});
});

describe('what needs no login', () => {
	it('are the versions', async () => {
		const all = await get('/', {});
		expect(all.status).toBe(300);
		expect(all.data.versions.values).toMatchObject([
			{ id: 'v3.6', status: 'stable', links: [{ href: `${simulator.url}/iam/v3/` }] },
		]);
		for (const path of ['/v3', '/v3/', '/iam/v3'])
			expect((await get(path, {})).data.version.id).toBe('v3.6');
	});
});

describe('a token', () => {
	it('gives another one, with another scope, that lives no longer', async () => {
		const body = await requestToken(
			simulator.url,
			{ methods: ['token'], token: { id: session.token } },
			{ project: { name: 'eu-nl' } },
		);
		expect(body.status).toBe(201);
		expect(body.data.token.project.name).toBe('eu-nl');
		const first = await get('/v3/auth/tokens', {
			...session.headers,
			'X-Subject-Token': session.token,
		});
		expect(body.data.token.expires_at).toBe(first.data.token.expires_at);
	});

	it('that is dead gives none', async () => {
		const { status } = await requestToken(simulator.url, {
			methods: ['token'],
			token: { id: 'dead' },
		});
		expect(status).toBe(401);
	});

	it('is looked at, checked and deleted', async () => {
		const { token } = await logIn(simulator.url);
		const headers = { ...session.headers, 'X-Subject-Token': token };
		const url = `${simulator.url}/v3/auth/tokens`;
		expect((await send(url, { headers })).data.token.user.name).toBe('drs-operator');
		expect((await send(url, { method: 'HEAD', headers })).status).toBe(200);
		expect((await send(url, { method: 'DELETE', headers })).status).toBe(204);
		expect((await send(url, { headers })).status).toBe(404);
	});

	it('has a role, and can be long', async () => {
		const other = await startSimulator({ tokenLength: 12_000 });
		const { token, headers } = await logIn(other.url);
		const { status } = await send(`${other.url}/v3/auth/projects`, { headers });
		await other.close();
		expect([token.length, status]).toEqual([12_000, 200]);
		const { data } = await logInTo({ project: { name: 'eu-de' } });
		expect(data.token.roles).toEqual([{ id: '0', name: 'te_admin' }]);
	});
});

describe('an agency', () => {
	const { agency } = accounts;
	const body = JSON.stringify({
		auth: {
			identity: {
				methods: ['assume_role'],
				assume_role: { domain_name: agency.domainName, xrole_name: agency.name },
			},
			scope: { project: { name: 'eu-de' } },
		},
	});

	it('names account and agency as user, and who uses it', async () => {
		const url = `${simulator.url}/v3/auth/tokens`;
		const { data } = await send(url, { body, headers: session.headers });
		expect(data.token).toMatchObject({
			user: { name: `${agency.domainName}/${agency.name}` },
			assumed_by: { user: { name: 'drs-operator' } },
		});
	});

	it('is used by a signature', async () => {
		const url = `${simulator.url}/v3/auth/tokens`;
		const headers = sign(url, { time: Date.now(), method: 'POST', body });
		expect((await send(url, { body, headers })).status).toBe(201);
		const other = { ...accounts.accessKey, secret: 'wrong' };
		const wrong = sign(url, { time: Date.now(), method: 'POST', body, key: other });
		expect((await send(url, { body, headers: wrong })).status).toBe(401);
	});
});
