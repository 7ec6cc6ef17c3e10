import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../client/client';
import { success, type Outcome } from '../failures/failure';
import type { Service } from '../http/types';
import { isObject } from '../values/isObject';
import { recordsIn } from '../values/json';
import { finiteNumber, readText } from '../values/read';
import { withoutUndefined } from '../values/withoutUndefined';
import type { DbType } from './scenarios';
import { wholeList, type ServiceList } from './serviceList';

/** Where the instances of a database type are listed, and by which engine name they are told apart. */
interface InstanceSource {
	service: Service;
	path: string;
	product: string;
	engine: RegExp;
}

const SOURCES: Record<DbType, InstanceSource> = {
	mysql: {
		service: 'rds',
		path: '/v3/{project_id}/instances',
		product: 'RDS for MySQL',
		engine: /^mysql$/i,
	},
	postgresql: {
		service: 'rds',
		path: '/v3/{project_id}/instances',
		product: 'RDS for PostgreSQL',
		engine: /^postgresql$/i,
	},
	mongodb: { service: 'dds', path: '/v3/{project_id}/instances', product: 'DDS', engine: /^dds/i },
	taurus: {
		service: 'gaussdb-mysql',
		path: '/mysql/v3/{project_id}/instances',
		product: 'GaussDB(for MySQL)',
		engine: /gaussdb|mysql|taurus/i,
	},
};

/** Every database type of which there are managed instances. */
export const INSTANCE_TYPES = Object.keys(SOURCES) as DbType[];

/** @returns whether there are managed instances of a database type. */
export const isInstanceType = (dbType: string): dbType is DbType => Object.hasOwn(SOURCES, dbType);

/** @returns the product whose instances are of a database type. */
export const productOf = (dbType: DbType): string => SOURCES[dbType].product;

/** @returns the list in which the instances of these types stand, which are of one service. */
export function instanceList(...dbTypes: [DbType, ...DbType[]]): ServiceList {
	const { service, path } = SOURCES[dbTypes[0]];
	const products = dbTypes.map((dbType) => SOURCES[dbType].product);
	return {
		service,
		path,
		key: 'instances',
		paging: 'offset',
		pageSize: 100,
		purpose: `List of ${products.join(' and ')} instances`,
	};
}

const engineOf = ({ datastore }: IDataObject): { name: string; version?: string } =>
	isObject(datastore)
		? { name: readText(datastore.type) ?? '', version: readText(datastore.version) }
		: { name: '' };

/** @returns whether an instance of the list of this type is one of this type: RDS lists several. */
export const isOfType = (instance: IDataObject, dbType: DbType): boolean =>
	SOURCES[dbType].engine.test(engineOf(instance).name);

/** @returns the engine of an instance with its version, such as `MySQL 8.0`. */
export function engineText(instance: IDataObject): string {
	const { name, version = '' } = engineOf(instance);
	return `${name} ${version}`.trim();
}

const texts = (list: unknown): string[] =>
	Array.isArray(list) ? list.flatMap((entry) => readText(entry) || []) : [];

/** The groups of a DDS cluster that clients do not connect to. */
const INNER_GROUPS = ['shard', 'config'];

/** @returns the addresses that clients connect to: of RDS, of GaussDB(for MySQL), of the nodes of DDS. */
function addressesOf(instance: IDataObject): string[] {
	for (const list of [instance.private_ips, instance.private_write_ips]) {
		if (texts(list).length > 0) return texts(list);
	}
	return recordsIn(instance.groups)
		.filter(({ type }) => !INNER_GROUPS.includes(readText(type) ?? ''))
		.flatMap(({ nodes }) => recordsIn(nodes))
		.flatMap(({ private_ip: address }) => readText(address) || []);
}

/** A managed DB instance, with what a task needs of it. The names are those of the API where it has them. */
export interface DbInstance {
	id: string;
	name?: string;
	status?: string;
	/** As `db_type` of DRS names it. */
	db_type: DbType;
	/** As the service names it. */
	engine: string;
	version?: string;
	/** Address in the VPC; several are joined by commas. */
	address?: string;
	port?: number;
	vpc_id?: string;
	subnet_id?: string;
}

/** @returns an entry of the list as an instance of this type. */
export function toInstance(record: IDataObject, dbType: DbType): DbInstance {
	const { name, version } = engineOf(record);
	const addresses = addressesOf(record);
	return withoutUndefined({
		id: readText(record.id) ?? '',
		name: readText(record.name),
		status: readText(record.status),
		db_type: dbType,
		engine: name,
		version,
		address: addresses.length === 0 ? undefined : addresses.join(','),
		port: finiteNumber(record.port),
		vpc_id: readText(record.vpc_id),
		subnet_id: readText(record.subnet_id),
	});
}

/** Which instances are listed; what is undefined does not matter. */
export interface InstanceFilter {
	dbType?: DbType;
	/** Part of the name, in any case. */
	name?: string;
	vpcId?: string;
}

/** @returns whether a name has a text in it, in any case; every name has none. */
export const nameContains = ({ name }: IDataObject, part = ''): boolean =>
	(readText(name) ?? '').toLowerCase().includes(part.toLowerCase());

/** @returns the types by the list in which they stand. */
function byList(dbTypes: readonly DbType[]): Array<[DbType, ...DbType[]]> {
	const lists = new Map<Service, [DbType, ...DbType[]]>();
	for (const dbType of dbTypes) {
		const { service } = SOURCES[dbType];
		const known = lists.get(service);
		if (known === undefined) lists.set(service, [dbType]);
		else known.push(dbType);
	}
	return [...lists.values()];
}

/**
 * Lists the managed DB instances of the project.
 *
 * @param client the client of the run
 * @param filter which of them
 * @param most how many at most
 * @returns the instances, each once; or why a service does not list them
 */
export async function listDbInstances(
	client: ApiClient,
	{ dbType, name, vpcId }: InstanceFilter,
	most = Infinity,
): Promise<Outcome<DbInstance[]>> {
	const instances = new Map<string, DbInstance>();
	for (const dbTypes of byList(dbType === undefined ? INSTANCE_TYPES : [dbType])) {
		const typeOf = (record: IDataObject) => dbTypes.find((type) => isOfType(record, type));
		const listed = await wholeList(client, instanceList(...dbTypes), {
			filters: vpcId === undefined ? {} : { vpc_id: vpcId },
			keep: (record) => typeOf(record) !== undefined && nameContains(record, name),
			most: most - instances.size,
		});
		if (!listed.ok) return listed;
		for (const record of listed.value) {
			const instance = toInstance(record, typeOf(record)!);
			if (!instances.has(instance.id)) instances.set(instance.id, instance);
		}
		if (instances.size >= most) break;
	}
	return success([...instances.values()]);
}
