import { list, object, text, type Part } from './build.mts';
import {
	TOKEN_REQUEST,
	TOKEN,
	VERSION,
	CATALOG,
	links,
	PROJECTS,
	PROJECT,
	truth,
	KEY_REQUEST,
} from './iamSchemas.mts';

const iam = (part: Omit<Part, 'service'>): Part => ({ ...part, service: 'iam' });

/** The operations of IAM (Identity and Access Management API reference). */
export const IAM_PARTS: readonly Part[] = [
	iam({
		operationId: 'createToken',
		method: 'post',
		path: '/v3/auth/tokens',
		summary: 'Obtaining a token',
		query: ['nocatalog'],
		request: TOKEN_REQUEST,
		status: 201,
		answer: TOKEN,
	}),
	iam({
		operationId: 'showToken',
		path: '/v3/auth/tokens',
		summary: 'Verifying a token and returning a valid token',
		query: ['nocatalog'],
		answer: TOKEN,
	}),
	iam({
		operationId: 'checkToken',
		method: 'head',
		path: '/v3/auth/tokens',
		summary: 'Verifying a token',
		query: ['nocatalog'],
	}),
	iam({
		operationId: 'deleteToken',
		method: 'delete',
		path: '/v3/auth/tokens',
		summary: 'Deleting a token',
		status: 204,
	}),
	iam({
		operationId: 'listVersions',
		path: '/',
		summary: 'Querying Keystone API version information',
		status: 300,
		answer: object({ versions: object({ values: list(VERSION) }) }),
	}),
	iam({
		operationId: 'showVersion',
		path: '/v3',
		summary: 'Querying information about Keystone API version 3.0',
		answer: object({ version: VERSION }),
	}),
	iam({
		operationId: 'getCatalog',
		path: '/v3/auth/catalog',
		summary: 'Querying the service catalog',
		answer: object({ catalog: CATALOG, links }),
	}),
	iam({
		operationId: 'listProjects',
		path: '/v3/projects',
		summary: 'Querying projects',
		query: ['name', 'domain_id', 'parent_id', 'enabled', 'is_domain', 'page', 'per_page'],
		answer: PROJECTS,
	}),
	iam({
		operationId: 'showProject',
		path: '/v3/projects/{id}',
		summary: 'Querying information about a specified project',
		answer: object({ project: PROJECT }),
	}),
	iam({
		operationId: 'listAuthProjects',
		path: '/v3/auth/projects',
		summary: 'Querying the projects that a user may use',
		answer: PROJECTS,
	}),
	iam({
		operationId: 'listUserProjects',
		path: '/v3/users/{user_id}/projects',
		summary: 'Querying the projects of a user',
		answer: PROJECTS,
	}),
	iam({
		operationId: 'listAuthDomains',
		path: '/v3/auth/domains',
		summary: 'Querying the accounts that a token may use',
		answer: object({
			domains: list(object({ id: text, name: text, enabled: truth, description: text, links })),
			links,
		}),
	}),
	iam({
		operationId: 'listRegions',
		path: '/v3/regions',
		summary: 'Querying regions',
		answer: object({ regions: list(object({ id: text, type: text })), links }),
	}),
	iam({
		operationId: 'createTemporaryKey',
		method: 'post',
		path: '/v3.0/OS-CREDENTIAL/securitytokens',
		summary: 'Obtaining a temporary access key',
		request: KEY_REQUEST,
		status: 201,
		answer: object({
			credential: object({ access: text, secret: text, securitytoken: text, expires_at: text }),
		}),
	}),
];
