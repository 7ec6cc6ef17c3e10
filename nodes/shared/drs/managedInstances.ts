import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../client/client';
import { failed, success, type Outcome } from '../failures/failure';
import type { Service } from '../http/types';
import { isObject } from '../values/isObject';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';
import type { DbType } from './scenarios';

/** Where the instances of a database type are listed, and by which engine name they are told apart. */
export interface InstanceSource {
	service: Service;
	path: string;
	product: string;
	engine: RegExp;
}

const INSTANCES = '/v3/{project_id}/instances';

/** The lists of managed instances, by database type. */
export const INSTANCE_SOURCES: Readonly<Record<DbType, InstanceSource>> = {
	mysql: { service: 'rds', path: INSTANCES, product: 'RDS for MySQL', engine: /^mysql$/i },
	postgresql: {
		service: 'rds',
		path: INSTANCES,
		product: 'RDS for PostgreSQL',
		engine: /^postgresql$/i,
	},
	mongodb: { service: 'dds', path: INSTANCES, product: 'DDS', engine: /^dds/i },
	taurus: {
		service: 'gaussdb-mysql',
		path: '/mysql/v3/{project_id}/instances',
		product: 'GaussDB(for MySQL)',
		engine: /gaussdb|mysql|taurus/i,
	},
};

/** A managed DB instance, as far as a task needs it. */
export interface ManagedInstance {
	id: string;
	name: string;
	/** Such as `MySQL 8.0`. */
	engine: string;
	/** Whether it is of the database type that was asked for. */
	fits: boolean;
	vpcId?: string;
	subnetId?: string;
	/** The private address; for DDS a list with ports. */
	host?: string;
	port?: number;
}

export const PAGE_SIZE = 100;
const MAX_PAGES = 50;

/** @returns engine and version of an instance, such as `MySQL 8.0` */
export function engineOf(instance: IDataObject): { type: string; label: string } {
	const datastore = isObject(instance.datastore) ? instance.datastore : {};
	const type = readText(datastore.type) ?? '';
	return { type, label: `${type} ${readText(datastore.version) ?? ''}`.trim() };
}

const firstOf = (list: unknown): string | undefined =>
	Array.isArray(list) ? readText(list[0]) : undefined;

/** @returns the addresses of the nodes of a DDS instance that clients connect to, with its port */
function nodesOf({ groups, port }: IDataObject): string | undefined {
	const all = recordsIn(groups);
	const routers = all.filter(({ type }) => type === 'mongos');
	const addresses = (routers.length > 0 ? routers : all.filter(({ type }) => type === 'replica'))
		.flatMap(({ nodes }) => recordsIn(nodes))
		.flatMap(({ private_ip: ip }) => readText(ip) || []);
	return addresses.length === 0
		? undefined
		: addresses.map((ip) => `${ip}:${readText(port) ?? '8635'}`).join(',');
}

const toInstance = (record: IDataObject, { engine }: InstanceSource): ManagedInstance => {
	const { type, label } = engineOf(record);
	const port = Number(readText(record.port) ?? NaN);
	return {
		id: readText(record.id) ?? '',
		name: readText(record.name) ?? '',
		engine: label,
		fits: engine.test(type),
		vpcId: readText(record.vpc_id),
		subnetId: readText(record.subnet_id),
		host: firstOf(record.private_ips) ?? firstOf(record.private_write_ips) ?? nodesOf(record),
		port: Number.isInteger(port) && port > 0 ? port : undefined,
	};
};

/**
 * Looks up managed instances in the lists of their service, a page for a hundred.
 *
 * @param client the client of the run
 * @param dbType the database type, which says the service
 * @param ids the instances that are asked for
 * @returns those of them that the project has, by ID; or why the list could not be read
 */
export async function findInstances(
	client: ApiClient,
	dbType: DbType,
	ids: ReadonlySet<string>,
): Promise<Outcome<Map<string, ManagedInstance>>> {
	const source = INSTANCE_SOURCES[dbType];
	const found = new Map<string, ManagedInstance>();
	let offset = 0;
	for (let page = 0; page < MAX_PAGES && found.size < ids.size; page++) {
		const result = await client.call({
			service: source.service,
			method: 'GET',
			path: source.path,
			query: { offset, limit: PAGE_SIZE },
			idempotent: true,
			purpose: `List of ${source.product} instances`,
		});
		if (!result.ok) return failed(result.failure);
		const { instances, total_count: total } = result.response.body;
		const records = recordsIn(instances);
		for (const record of records) {
			const instance = toInstance(record, source);
			if (ids.has(instance.id)) found.set(instance.id, instance);
		}
		offset += records.length;
		if (records.length === 0 || offset >= Number(total ?? 0)) break;
	}
	return success(found);
}
