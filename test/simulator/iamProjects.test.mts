import { accounts } from '../../simulator/accounts.mts';
import { send } from './client.mts';
import { useSession } from './useSession.mts';

const PROJECT = '054ba152d480d55b2f5dc0069e7ddef0';

const { simulator, session } = useSession();

const get = async (path: string, headers: Record<string, string> = session.headers) =>
	await send(`${simulator.url}${path}`, { headers });

describe('projects, accounts and regions', () => {
	it('a project has its parent and its link; a subproject belongs to its main project', async () => {
		const { data } = await get(`/v3/projects/${PROJECT}`);
		expect(data.project).toEqual({
			id: PROJECT,
			name: 'eu-de',
			domain_id: accounts.operator.domainId,
			parent_id: accounts.operator.domainId,
			is_domain: false,
			enabled: true,
			description: '',
			links: { self: `${simulator.url}/iam/v3/projects/${PROJECT}` },
		});
		const { projects, links } = (await get('/v3/projects?name=eu-de_migration')).data;
		expect(projects[0].parent_id).toBe(PROJECT);
		expect(links).toEqual({
			self: `${simulator.url}/iam/v3/projects?name=eu-de_migration`,
			previous: null,
			next: null,
		});
		expect((await get('/v3/projects/eu-de')).data.error.code).toBe(404);
	});

	it('projects come in pages, also those of a user', async () => {
		const names = async (path: string) =>
			(await get(path)).data.projects.map(({ name }: { name: string }) => name);
		expect(await names('/v3/projects?page=2&per_page=2')).toEqual(['eu-nl']);
		expect(await names('/v3/auth/projects')).toHaveLength(3);
		expect(await names(`/v3/users/${accounts.operator.userId}/projects`)).toHaveLength(3);
	});

	it('accounts have links, and a name in the query is no mistake', async () => {
		const { data } = await get('/v3/auth/domains?name=any');
		expect(data.domains[0].links.self).toContain('/v3/domains/');
		expect(data.links.previous).toBeNull();
	});

	it('there are two regions', async () => {
		const { data } = await get('/v3/regions');
		expect(data.regions.map(({ id }: { id: string }) => id)).toEqual(['eu-de', 'eu-nl']);
	});

	it('a token gives a temporary key', async () => {
		const { status, data } = await send(`${simulator.url}/v3.0/OS-CREDENTIAL/securitytokens`, {
			headers: session.headers,
			body: { auth: { identity: { methods: ['token'], token: { duration_seconds: 900 } } } },
		});
		expect([status, data.credential.access]).toEqual([201, accounts.temporaryKey.id]);
	});
});
