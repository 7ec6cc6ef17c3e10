import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { recordsIn } from '../../shared/values/json';
import { findEngine, type DbType } from '../../shared/drs/scenarios';
import { engineOf, INSTANCE_SOURCES, PAGE_SIZE } from '../../shared/drs/managedInstances';
import {
	entriesIn,
	fetchList,
	searchable,
	toEntry,
	type List,
} from '../../shared/fields/searchable';

/** @returns the database type of one side: what the user set for it, else what the engine says. */
export function dbTypeOf(context: ILoadOptionsFunctions, side: 'source' | 'target'): DbType {
	const fields = (context.getCurrentNodeParameter(`${side}Database`) ?? {}) as IDataObject;
	const engine = findEngine(String(context.getCurrentNodeParameter('engineType') ?? ''));
	const dbType = String(
		fields.dbType ?? engine?.[`${side}DbType`] ?? context.getCurrentNodeParameter('dbType'),
	);
	return dbType in INSTANCE_SOURCES ? (dbType as DbType) : 'mysql';
}

function instanceList(side: 'source' | 'target'): List {
	return {
		noun: 'DB instances of this engine',
		whenEmpty:
			'Check the engine above, and the region and project of the credential. Use "By ID" for an instance of another project.',
		async fetchPage(client, context, token) {
			const { service, path, product, engine } = INSTANCE_SOURCES[dbTypeOf(context, side)];
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
					.map((instance) => ({ instance, ...engineOf(instance) }))
					.filter(({ type }) => engine.test(type))
					.flatMap(({ instance, label }) => toEntry(instance, label)),
				next: instances.length > 0 && seen < total ? String(seen) : undefined,
			};
		},
	};
}

/** Fills "Target DB Instance", and "DB Instance" of the target, with the instances that fit the engine. */
export const searchTargetInstances = searchable(instanceList('target'));

/** Fills "DB Instance" of the source with the instances that fit the engine. */
export const searchSourceInstances = searchable(instanceList('source'));
