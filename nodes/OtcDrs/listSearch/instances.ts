import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { engineText, instanceList, isInstanceType, isOfType } from '../../shared/drs/dbInstances';
import { findEngine, type DbType } from '../../shared/drs/scenarios';
import { fetchPageOf, searchable, toEntry, type List } from '../../shared/fields/searchable';

/** @returns the database type of one side: what the user set for it, else what the engine says. */
export function dbTypeOf(context: ILoadOptionsFunctions, side: 'source' | 'target'): DbType {
	const fields = (context.getCurrentNodeParameter(`${side}Database`) ?? {}) as IDataObject;
	const engine = findEngine(String(context.getCurrentNodeParameter('engineType') ?? ''));
	const dbType = String(
		fields.dbType ?? engine?.[`${side}DbType`] ?? context.getCurrentNodeParameter('dbType'),
	);
	return isInstanceType(dbType) ? dbType : 'mysql';
}

const instancesOf = (side: 'source' | 'target'): List => ({
	noun: 'DB instances of this engine',
	whenEmpty:
		'Check the engine above, and the region and project of the credential. Use "By ID" for an instance of another project.',
	async fetchPage(client, context, token) {
		const dbType = dbTypeOf(context, side);
		const { records, next } = await fetchPageOf(client, context, instanceList(dbType), token);
		return {
			entries: records
				.filter((instance) => isOfType(instance, dbType))
				.flatMap((instance) => toEntry(instance, engineText(instance))),
			next,
		};
	},
});

/** Fills "Target DB Instance", and "DB Instance" of the target, with the instances that fit the engine. */
export const searchTargetInstances = searchable(instancesOf('target'));

/** Fills "DB Instance" of the source with the instances that fit the engine. */
export const searchSourceInstances = searchable(instancesOf('source'));
