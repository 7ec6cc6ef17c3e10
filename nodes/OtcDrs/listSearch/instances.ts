import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { recordsIn } from '../../shared/values/json';
import type { Service } from '../../shared/http/types';
import { findEngine, type DbType } from '../../shared/drs/scenarios';
import { readText } from '../../shared/values/read';
import {
	entriesIn,
	fetchList,
	searchable,
	toEntry,
	type List,
} from '../../shared/fields/searchable';

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

const PAGE_SIZE = 100;

/** @returns the database type of one side: what the user set for it, else what the engine says. */
function dbTypeOf(context: ILoadOptionsFunctions, side: 'source' | 'target'): DbType {
	const fields = (context.getCurrentNodeParameter(`${side}Database`) ?? {}) as IDataObject;
	const engine = findEngine(String(context.getCurrentNodeParameter('engineType') ?? ''));
	const dbType = String(
		fields.dbType ?? (side === 'source' ? engine?.sourceDbType : engine?.targetDbType),
	);
	return dbType in SOURCES ? (dbType as DbType) : 'mysql';
}

const engineName = (instance: IDataObject): string =>
	readText(((instance.datastore ?? {}) as IDataObject).type) ?? '';

function instanceList(side: 'source' | 'target'): List {
	return {
		noun: 'DB instances of this engine',
		whenEmpty:
			'Check the engine above, and the region and project of the credential. Use "By ID" for an instance of another project.',
		async fetchPage(client, context, token) {
			const { service, path, product, engine } = SOURCES[dbTypeOf(context, side)];
			const offset = Number(token ?? 0);
			const body = await fetchList(client, context, {
				service,
				path,
				query: { offset, limit: PAGE_SIZE },
				purpose: `List of ${product} instances`,
			});
			const instances = entriesIn(body, 'instances');
			const seen = offset + instances.length;
			const total = Number(body.total_count ?? 0);
			return {
				entries: recordsIn(instances)
					.filter((instance) => engine.test(engineName(instance)))
					.flatMap((instance) => {
						const version = ((instance.datastore ?? {}) as IDataObject).version;
						const engineVersion = `${engineName(instance)} ${readText(version) ?? ''}`.trim();
						return toEntry(instance, engineVersion);
					}),
				next: instances.length > 0 && seen < total ? String(seen) : undefined,
			};
		},
	};
}

/** Fills "Target DB Instance" with the instances that fit the engine. */
export const searchTargetInstances = searchable(instanceList('target'));

/** Fills "Source DB Instance" with the instances that fit the engine. */
export const searchSourceInstances = searchable(instanceList('source'));
