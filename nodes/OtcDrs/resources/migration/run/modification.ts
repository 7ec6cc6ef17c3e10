import type { IDataObject } from 'n8n-workflow';
import type { TaskBody } from '../../../../shared/drs/taskBody';
import { toJson } from '../../../../shared/values/toJson';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';

/** The databases that hold the users of MongoDB, by side. */
export interface DatabaseNames {
	source?: string;
	target?: string;
}

/**
 * Builds the modification that saves the databases of a task after the connection test, with all that the reference demands
 * then (drs_03_0107, table 4).
 *
 * @param body the creation of the task
 * @param names authentication databases
 * @param replaceDefiner whether definers become the user of the target; counts for MySQL only
 * @returns the entry without the task's ID
 */
export function buildModification(
	body: TaskBody,
	names: DatabaseNames,
	replaceDefiner: boolean,
): IDataObject {
	const { source_endpoint: source, target_endpoint: target } = body;
	const isMongo = source.db_type === 'mongodb';
	const endpoint = (side: TaskBody['source_endpoint'], name: string | undefined): IDataObject =>
		withoutUndefined<IDataObject>({
			...toJson(side),
			...(isMongo ? { db_port: 0, db_name: name } : {}),
		});
	return withoutUndefined<IDataObject>({
		name: body.name,
		engine_type: body.engine_type,
		job_direction: body.job_direction,
		net_type: body.net_type,
		node_type: body.node_type,
		db_use_type: body.db_use_type,
		task_type: body.task_type,
		replace_definer: source.db_type === 'mysql' ? replaceDefiner : undefined,
		store_db_info: true,
		source_endpoint: endpoint(source, names.source),
		target_endpoint: endpoint(target, names.target),
	});
}

/** Which way a subtask replicates, by the one of its parent. */
const OTHER_WAY: Record<string, string> = { up: 'down', down: 'up' };

/** @returns the modification of a subtask that replicates the other way; it keeps its own name */
function reverse(modification: IDataObject): IDataObject {
	const { source_endpoint: source, target_endpoint: target, ...rest } = modification;
	const direction = String(modification.job_direction);
	return {
		...rest,
		job_direction: OTHER_WAY[direction] ?? direction,
		source_endpoint: target,
		target_endpoint: source,
	};
}

/** @returns the modification of a part of a task; the name belongs to the whole */
export function modificationOf(
	modification: IDataObject,
	{ isPart, isReversed }: { isPart: boolean; isReversed: boolean },
): IDataObject {
	const { name, ...rest } = modification;
	const own = isPart ? rest : { name, ...rest };
	return isReversed ? reverse(own) : own;
}
