import { accounts, projects, type SampleProject } from '../accounts.mts';
import { keystoneRefusal, type Answer } from '../http/answer.mts';

const page = (self: string) => ({ self, previous: null, next: null });

/** A main project belongs to the account, a subproject to its main project. */
function parentOf({ name, domainId }: SampleProject): string {
	const [region] = name.split('_');
	const main = projects.find((other) => other.domainId === domainId && other.name === region);
	return region === name || !main ? domainId : main.id;
}

const describe = (project: SampleProject, iam: string) => ({
	id: project.id,
	name: project.name,
	domain_id: project.domainId,
	parent_id: parentOf(project),
	is_domain: false,
	enabled: true,
	description: '',
	links: { self: `${iam}/v3/projects/${project.id}` },
});

/** "Querying projects": `name`, `domain_id`, `parent_id` filter, `page` and `per_page` page. */
export function listProjects(
	query: Record<string, string>,
	{ domainId }: { domainId: string },
	self: { iam: string; target: string },
): object {
	const all = projects
		.filter((project) => project.domainId === domainId)
		.map((project) => describe(project, self.iam))
		.filter(
			(project) =>
				(query.name === undefined || project.name === query.name) &&
				(query.domain_id === undefined || project.domain_id === query.domain_id) &&
				(query.parent_id === undefined || project.parent_id === query.parent_id) &&
				(query.enabled === undefined || /^(true|1)$/i.test(query.enabled)) &&
				(query.is_domain === undefined || /^(false|0)$/i.test(query.is_domain)),
		);
	const size = Number(query.per_page) || all.length;
	const start = (Math.max(1, Number(query.page) || 1) - 1) * size;
	return { links: page(`${self.iam}${self.target}`), projects: all.slice(start, start + size) };
}

/** "Querying information about a specified project". */
export function showProject(id: string, { domainId }: { domainId: string }, iam: string): Answer {
	const project = projects.find((known) => known.id === id && known.domainId === domainId);
	return project
		? { status: 200, body: { project: describe(project, iam) } }
		: keystoneRefusal(404, 'Not Found', `Could not find project: ${id}.`);
}

/** "Querying the list of domains accessible to users". */
export function listDomains({ domainId }: { domainId: string }, iam: string): object {
	const { agency, operator } = accounts;
	const name = domainId === agency.domainId ? agency.domainName : operator.domainName;
	return {
		domains: [
			{
				id: domainId,
				name,
				enabled: true,
				description: '',
				links: { self: `${iam}/v3/domains/${domainId}` },
			},
		],
		links: page(`${iam}/v3/auth/domains`),
	};
}

/** "Querying a region list". */
export const listRegions = (iam: string): object => ({
	regions: ['eu-de', 'eu-nl'].map((id) => ({
		id,
		type: 'public',
		description: '',
		parent_region_id: null,
		locales: { 'en-us': id },
		links: { self: `${iam}/v3/regions/${id}` },
	})),
	links: page(`${iam}/v3/regions`),
});

const version = (iam: string) => ({
	id: 'v3.6',
	status: 'stable',
	updated: '2016-04-04T00:00:00Z',
	'media-types': [{ type: 'application/vnd.openstack.identity-v3+json', base: 'application/json' }],
	links: [{ rel: 'self', href: `${iam}/v3/` }],
});

/** "Querying Keystone API version information": 300, without a login. */
export const listVersions = (iam: string): Answer => ({
	status: 300,
	body: { versions: { values: [version(iam)] } },
});

/** "Querying information about Keystone API version 3.0": without a login. */
export const showVersion = (iam: string): Answer => ({
	status: 200,
	body: { version: version(iam) },
});
