import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import { mergeDeep } from '../../../../shared/values/mergeDeep';
import { buildEndpoint } from '../../../fields/endpoint/build';
import type { TaskInput } from './input';
import type { Scenario } from '../../../../shared/drs/scenarios';
import type { TaskBody } from '../../../../shared/drs/taskBody';

const ENTERPRISE_PROJECT_TAG = '_sys_enterprise_project_id';

/**
 * Maps a task as the user described it onto the request body. Pure: the same input gives the same body.
 *
 * @param input the task, checked by `checkTask`
 * @param scenario migration, synchronization or disaster recovery
 * @returns the body of one task; it holds nothing that was not set, and the additional request fields on top
 */
export function buildTask(input: TaskInput, scenario: Scenario): TaskBody {
	const body = withoutUndefined<TaskBody>({
		name: input.name,
		db_use_type: scenario.dbUseType,
		engine_type: input.engineType as TaskBody['engine_type'],
		job_direction: input.jobDirection as TaskBody['job_direction'],
		net_type: input.netType as TaskBody['net_type'],
		node_type: input.nodeType as TaskBody['node_type'],
		task_type: input.taskType as TaskBody['task_type'],
		customize_sutnet_id: input.subnetId as string,
		bind_eip: input.bindEip,
		is_target_readonly: input.isTargetReadonly,
		multi_write: input.multiWrite,
		node_num: input.nodeNum,
		description: input.description,
		expired_days: input.expiredDays === undefined ? undefined : String(input.expiredDays),
		master_az: input.masterAz,
		slave_az: input.slaveAz,
		tags: input.tags,
		sys_tags:
			input.enterpriseProjectId === undefined
				? undefined
				: [{ key: ENTERPRISE_PROJECT_TAG, value: input.enterpriseProjectId }],
		source_endpoint: buildEndpoint(input.source),
		target_endpoint: buildEndpoint(input.target),
	});
	return mergeDeep(body, input.additionalRequestFields ?? {});
}
