import type { IDataObject } from 'n8n-workflow';
import { queryOperation } from '../../operations/query';
import { failedReason } from '../../../shared/drs/failedReason';
import { DETAILS } from '../../../shared/drs/queries/details';

/** @returns the ten things that people ask of a task, in one level. */
function simplify(task: IDataObject): IDataObject {
	const source = (task.source_endpoint ?? {}) as IDataObject;
	const target = (task.target_endpoint ?? {}) as IDataObject;
	const instance = (task.inst_info ?? {}) as IDataObject;
	return {
		id: task.id,
		name: task.name,
		status: task.status,
		db_use_type: task.db_use_type,
		engine_type: instance.engine_type,
		task_type: task.task_type,
		create_time: task.create_time,
		source: source.inst_name ?? source.ip ?? source.inst_id,
		target: target.inst_name ?? target.ip ?? target.inst_id,
		failed_reason: failedReason(task),
	};
}

/** Task → Get (drs_api_0151). */
export const get = queryOperation(
	{
		resource: 'task',
		option: {
			name: 'Get',
			value: 'get',
			action: 'Get a task',
			description:
				'Get the details of tasks: endpoints, settings, times and the reason for a failure',
		},
		fields: [
			{
				displayName: 'Simplify',
				name: 'simplify',
				type: 'boolean',
				default: true,
				description:
					'Whether to return a simplified version of the response instead of the raw data',
			},
		],
	},
	DETAILS,
	(fields) => (fields.flag('simplify') ? simplify : (task) => task),
);
