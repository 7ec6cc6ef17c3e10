import type { Schema } from '../build/reference.mts';
import { addParts, list, object, text, whole, type Part } from './build.mts';
import { IAM_PARTS } from './iam.mts';

const milliseconds: Schema = { type: 'string', pattern: '^[0-9]+$' };

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
			cpu: text,
			mem: text,
		}),
	),
	total_count: whole,
});

/** The lists of other services that DRS users pick IDs from, and the reading of metrics. */
const PARTS: readonly Part[] = [
	{
		operationId: 'listRdsInstances',
		service: 'rds',
		path: '/v3/{project_id}/instances',
		summary: 'Querying RDS instances',
		query: [
			'offset',
			'limit',
			'id',
			'name',
			'type',
			'datastore_type',
			'vpc_id',
			'subnet_id',
			'tags',
		],
		answer: INSTANCES,
	},
	{
		operationId: 'listDdsInstances',
		service: 'dds',
		path: '/dds/v3/{project_id}/instances',
		realPath: '/v3/{project_id}/instances',
		summary: 'Querying DDS instances',
		query: ['offset', 'limit', 'id', 'name', 'mode', 'datastore_type', 'vpc_id', 'subnet_id'],
		answer: INSTANCES,
	},
	{
		operationId: 'listGaussDbInstances',
		service: 'gaussdb-mysql',
		path: '/mysql/v3/{project_id}/instances',
		summary: 'Querying GaussDB(for MySQL) instances',
		query: ['offset', 'limit', 'id', 'name', 'type', 'datastore_type', 'vpc_id', 'subnet_id'],
		answer: INSTANCES,
	},
	{
		operationId: 'listVpcs',
		service: 'vpc',
		path: '/v1/{project_id}/vpcs',
		summary: 'Querying VPCs',
		query: ['limit', 'marker', 'id', 'enterprise_project_id'],
		answer: object({ vpcs: list(object({ id: text, name: text, cidr: text, status: text })) }),
	},
	{
		operationId: 'showVpc',
		service: 'vpc',
		path: '/v1/{project_id}/vpcs/{vpc_id}',
		summary: 'Querying a VPC',
		answer: object({ vpc: object({ id: text, name: text, cidr: text, status: text }) }),
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
		query: ['limit', 'marker', 'vpc_id', 'enterprise_project_id'],
		answer: object({ security_groups: list(object({ id: text, name: text, description: text })) }),
	},
	{
		operationId: 'listNetworkVersions',
		service: 'vpc',
		path: '/vpc/',
		realPath: '/',
		summary: 'Querying the versions of the OpenStack network API',
		answer: object({ versions: list(object({ id: text, status: text })) }),
	},
	{
		operationId: 'listNetworkSecurityGroups',
		service: 'vpc',
		path: '/v2.0/security-groups',
		summary: 'Querying security groups (OpenStack network API)',
		query: ['id', 'name', 'description', 'limit', 'marker'],
		answer: object({ security_groups: list(object({ id: text, name: text })) }),
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
		operationId: 'listMetrics',
		service: 'ces',
		path: '/V1.0/{project_id}/metrics',
		summary: 'Querying metrics',
		query: ['namespace', 'metric_name', 'dim', 'dim.0', 'start', 'limit', 'order'],
		answer: object({ metrics: list({ type: 'object' }), meta_data: object({}) }),
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

/** @returns the path items of IAM, of the lists and of Cloud Eye, by path. */
export function servicePaths(): Record<string, Record<string, unknown>> {
	const paths: Record<string, Record<string, unknown>> = {};
	addParts(paths, [...IAM_PARTS, ...PARTS]);
	return paths;
}
