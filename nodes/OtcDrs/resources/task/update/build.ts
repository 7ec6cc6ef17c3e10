import type { IDataObject } from 'n8n-workflow';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import { buildEndpoint } from '../../../fields/endpoint/build';
import type { UpdatedEndpoint, UpdateInput } from './input';

/** @returns an endpoint as the modification holds it; undefined when nothing of it changes. */
function buildUpdatedEndpoint(input: UpdatedEndpoint): IDataObject | undefined {
	const body = withoutUndefined({ ...buildEndpoint(input), db_name: input.dbName });
	return Object.keys(body).length > 0 ? body : undefined;
}

/**
 * Maps the changes of a task onto the entry of the modification (drs_03_0107). Pure.
 *
 * @param input the changes, checked by `checkUpdate`
 * @returns the entry without the task's ID; it holds nothing that stays as it is, so it may be empty
 */
export const buildUpdate = (input: UpdateInput): IDataObject =>
	withoutUndefined<IDataObject>({
		name: input.name,
		description: input.description,
		task_type: input.taskType,
		node_type: input.nodeType,
		engine_type: input.engineType,
		net_type: input.netType,
		job_direction: input.jobDirection,
		db_use_type: input.dbUseType,
		is_target_readonly: input.isTargetReadonly,
		is_recreate: input.isRecreate,
		replace_definer: input.replaceDefiner,
		tags: input.tags?.map(({ key, value }) => ({ key, value })),
		alarm_notify: input.alarm,
		store_db_info: input.storeDbInfo,
		source_endpoint: buildUpdatedEndpoint(input.source),
		target_endpoint: buildUpdatedEndpoint(input.target),
	});
