import { parameter } from '../build/drs.mts';
import type { Schema } from '../build/reference.mts';

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const milliseconds: Schema = { type: 'string', pattern: '^[0-9]+$' };

const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
	type: 'object',
	properties,
	...(required.length > 0 ? { required } : {}),
});

const list = (items: Schema): Schema => ({ type: 'array', items });

interface Part {
	operationId: string;
	service: string;
	/** Path in the document; differs from the real one where two services share a path. */
	path: string;
	realPath?: string;
	summary: string;
	query?: string[];
	/** Parameters of the query that have to be there. */
	mandatory?: Record<string, Schema>;
	answer: Schema;
}

const INSTANCES = object({
	instances: list(
		object({
			id: text,
			name: text,
			status: text,
			datastore: object({ type: text, version: text }),
			vpc_id: text,
			subnet_id: text,
			region: text,
		}),
	),
	total_count: whole,
});

/** The lists of other services that DRS users pick IDs from, and the reading of metrics. */
const PARTS: readonly Part[] = [
	{
		operationId: 'listProjects',
		service: 'iam',
		path: '/v3/projects',
		summary: 'Querying projects',
		query: ['name', 'domain_id', 'enabled', 'page', 'per_page'],
		answer: object({
			projects: list(
				object({ id: text, name: text, domain_id: text, enabled: { type: 'boolean' } }),
			),
		}),
	},
	{
		operationId: 'listAuthDomains',
		service: 'iam',
		path: '/v3/auth/domains',
		summary: 'Querying the accounts that a token may use',
		answer: object({
			domains: list(object({ id: text, name: text, enabled: { type: 'boolean' } })),
		}),
	},
	{
		operationId: 'listRdsInstances',
		service: 'rds',
		path: '/v3/{project_id}/instances',
		summary: 'Querying RDS instances',
		query: ['offset', 'limit', 'name', 'datastore_type'],
		answer: INSTANCES,
	},
	{
		operationId: 'listDdsInstances',
		service: 'dds',
		path: '/dds/v3/{project_id}/instances',
		realPath: '/v3/{project_id}/instances',
		summary: 'Querying DDS instances',
		query: ['offset', 'limit', 'name', 'mode'],
		answer: INSTANCES,
	},
	{
		operationId: 'listGaussDbInstances',
		service: 'gaussdb-mysql',
		path: '/mysql/v3/{project_id}/instances',
		summary: 'Querying GaussDB(for MySQL) instances',
		query: ['offset', 'limit', 'name'],
		answer: INSTANCES,
	},
	{
		operationId: 'listVpcs',
		service: 'vpc',
		path: '/v1/{project_id}/vpcs',
		summary: 'Querying VPCs',
		query: ['limit', 'marker'],
		answer: object({ vpcs: list(object({ id: text, name: text, cidr: text, status: text })) }),
	},
	{
		operationId: 'listSubnets',
		service: 'vpc',
		path: '/v1/{project_id}/subnets',
		summary: 'Querying subnets',
		query: ['limit', 'marker', 'vpc_id'],
		answer: object({
			subnets: list(object({ id: text, name: text, cidr: text, vpc_id: text, status: text })),
		}),
	},
	{
		operationId: 'listSecurityGroups',
		service: 'vpc',
		path: '/v1/{project_id}/security-groups',
		summary: 'Querying security groups',
		query: ['limit', 'marker', 'vpc_id'],
		answer: object({ security_groups: list(object({ id: text, name: text, description: text })) }),
	},
	{
		operationId: 'listEnterpriseProjects',
		service: 'eps',
		path: '/v1.0/enterprise-projects',
		summary: 'Querying enterprise projects',
		query: ['offset', 'limit', 'name', 'id', 'status'],
		answer: object({
			enterprise_projects: list(object({ id: text, name: text, description: text, status: whole })),
			total_count: whole,
		}),
	},
	{
		operationId: 'getMetricData',
		service: 'ces',
		path: '/V1.0/{project_id}/metric-data',
		summary: 'Querying monitoring data of a metric',
		mandatory: {
			namespace: text,
			metric_name: text,
			'dim.0': text,
			from: milliseconds,
			to: milliseconds,
			period: { type: 'string', enum: ['1', '300', '1200', '3600', '14400', '86400'] },
			filter: { type: 'string', enum: ['average', 'max', 'min', 'sum', 'variance'] },
		},
		answer: object({ metric_name: text, datapoints: list({ type: 'object' }) }),
	},
];

/** An object without other fields. */
const closed = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
	...object(properties, required),
	additionalProperties: false,
});

const DOMAIN = closed({ id: text, name: text });

const TOKEN_REQUEST = closed(
	{
		auth: closed(
			{
				identity: closed(
					{
						methods: list({ type: 'string', enum: ['password', 'totp', 'assume_role', 'token'] }),
						password: closed(
							{
								user: closed({ id: text, name: text, password: text, domain: DOMAIN }, [
									'password',
								]),
							},
							['user'],
						),
						totp: closed({ user: closed({ id: text, name: text, passcode: text }, ['passcode']) }, [
							'user',
						]),
						assume_role: closed({
							domain_name: text,
							domain_id: text,
							xrole_name: text,
							agency_name: text,
						}),
						token: closed({ id: text }, ['id']),
					},
					['methods'],
				),
				scope: closed({
					project: closed({ id: text, name: text, domain: DOMAIN }),
					domain: DOMAIN,
				}),
			},
			['identity'],
		),
	},
	['auth'],
);

const TOKEN_ANSWER = object({
	token: object({
		expires_at: text,
		issued_at: text,
		methods: list(text),
		project: object({ id: text, name: text }),
		user: object({ id: text, name: text }),
	}),
});

const content = (schema: Schema) => ({ 'application/json': { schema } });

/** @returns the path items of IAM, of the lists and of Cloud Eye, by path. */
export function servicePaths(): Record<string, Record<string, unknown>> {
	const paths: Record<string, Record<string, unknown>> = {
		'/v3/auth/tokens': {
			post: {
				operationId: 'createToken',
				summary: 'Obtaining a token',
				'x-service': 'iam',
				parameters: [parameter('nocatalog', 'query', 'Leaves the service catalog out')],
				requestBody: { required: true, content: content(TOKEN_REQUEST) },
				responses: {
					201: {
						description: 'Token in the header X-Subject-Token',
						content: content(TOKEN_ANSWER),
					},
				},
			},
		},
	};
	for (const part of PARTS) {
		const inPath = part.path.includes('{project_id}')
			? [parameter('project_id', 'path', 'ID of the project')]
			: [];
		paths[part.path] = {
			get: {
				operationId: part.operationId,
				summary: part.summary,
				'x-service': part.service,
				...(part.realPath ? { 'x-path': part.realPath } : {}),
				parameters: [
					...inPath,
					...(part.query ?? []).map((name) => parameter(name, 'query', name)),
					...Object.entries(part.mandatory ?? {}).map(([name, schema]) =>
						parameter(name, 'query', name, true, schema),
					),
				],
				responses: { 200: { description: 'Success', content: content(part.answer) } },
			},
		};
	}
	return paths;
}
