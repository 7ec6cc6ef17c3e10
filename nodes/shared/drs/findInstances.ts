import type { ApiClient } from '../client/client';
import { success, type Outcome } from '../failures/failure';
import { readText } from '../values/read';
import { engineText, instanceList, isOfType, toInstance, type DbInstance } from './dbInstances';
import type { DbType } from './scenarios';
import { wholeList } from './serviceList';

/** A managed DB instance that a task names. */
export interface FoundInstance extends DbInstance {
	/** Engine and version, such as `MySQL 8.0`. */
	engineText: string;
	/** As a task names it: the first address; of DDS all, each with its port. */
	host?: string;
	/** Whether it is of the database type that was asked for. */
	fits: boolean;
}

const DDS_PORT = 8635;

function hostOf({ db_type: dbType, address, port = DDS_PORT }: DbInstance): string | undefined {
	const addresses = address?.split(',');
	return dbType === 'mongodb'
		? addresses?.map((one) => `${one}:${port}`).join(',')
		: addresses?.[0];
}

/**
 * Looks up managed DB instances in the list of their service.
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
): Promise<Outcome<Map<string, FoundInstance>>> {
	const listed = await wholeList(client, instanceList(dbType), {
		keep: ({ id }) => ids.has(readText(id) ?? ''),
		most: ids.size,
	});
	if (!listed.ok) return listed;
	return success(
		new Map(
			listed.value.map((record) => {
				const instance = toInstance(record, dbType);
				const found = {
					...instance,
					engineText: engineText(record),
					host: hostOf(instance),
					fits: isOfType(record, dbType),
				};
				return [instance.id, found];
			}),
		),
	);
}
