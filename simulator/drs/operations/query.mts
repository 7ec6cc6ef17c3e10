import { shuffle } from '../../random.mts';
import type { DrsContext } from '../context.mts';
import { shownEndpoint } from '../endpoint.mts';
import { advance, transferredShare } from '../lifeCycle.mts';
import { messageOf, refuseCall } from '../problems.mts';
import { listIn, lookUp, type DrsHandler } from '../request.mts';
import type { Json, Task } from '../task.mts';
import { createFlat } from './create.mts';

const unknownTask = { error_code: 'DRS.M05003', error_message: messageOf('DRS.M05003') };

const defined = (record: Json): Json =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const time = (milliseconds: number | undefined): string | undefined =>
	milliseconds === undefined ? undefined : String(milliseconds);

/** Makes a query of tasks by ID, in pages: five tasks unless the page says otherwise, 0 for all. */
function pagedQuery(show: (task: Task, context: DrsContext) => Json): DrsHandler {
	return (request, context) => {
		const ids = listIn<string>(request.body, 'jobs');
		if (new Set(ids).size < ids.length) return refuseCall('DRS.M00301', 'jobs');
		const page = ((request.body as Json).page_req ?? {}) as {
			cur_page?: number;
			per_page?: number;
		};
		const size = page.per_page === 0 ? ids.length : (page.per_page ?? context.pageSize);
		const current = page.cur_page ?? 1;
		if (current > 1 && (current - 1) * size >= ids.length) return refuseCall('DRS.M00211');
		const asked = ids.slice((current - 1) * size, current * size);
		const results = asked.map((id) => {
			const task = lookUp(id, request, context);
			return task ? { id, ...show(task, context) } : { id, ...unknownTask };
		});
		return { status: 200, body: { count: ids.length, results: shuffle(results, context.random) } };
	};
}

/** Querying task statuses in batches (drs_api_0150). */
export const getTaskStatuses = pagedQuery((task) =>
	defined({
		status: task.status,
		error_code: task.failure?.code,
		error_message: task.failure?.reason,
	}),
);

function details(task: Task): Json {
	const { settings } = task;
	return defined({
		name: task.name,
		status: task.status,
		description: settings.description ?? '',
		create_time: time(task.createdAt),
		update_time: time(task.updatedAt),
		actual_start_time: time(task.startedAt),
		full_transfer_complete_time: time(task.fullTransferCompleteAt),
		task_type: settings.task_type,
		job_direction: settings.job_direction,
		db_use_type: settings.db_use_type,
		net_type: settings.net_type,
		node_num: time(settings.node_num as number | undefined),
		is_target_readonly: settings.is_target_readonly ?? true,
		multi_write: settings.multi_write ?? false,
		master_az: settings.master_az,
		slave_az: settings.slave_az,
		subnet_id: settings.customize_sutnet_id,
		conflict_policy: settings.conflict_policy,
		filter_ddl_policy: settings.filter_ddl_policy,
		replace_definer: settings.replace_definer ?? true,
		alarm_notify: settings.alarm_notify,
		source_endpoint: shownEndpoint(task.source),
		target_endpoint: shownEndpoint(task.target),
		inst_info: {
			engine_type: settings.engine_type,
			inst_type: settings.node_type,
			status: 'active',
			volume_size: 100,
			start_time: 0,
		},
		speed_limit: task.speedLimits,
		object_switch: task.objects.length > 0,
		failed_reason: task.failure?.reason,
	});
}

/** Querying task details in batches (drs_api_0151). */
export const getTaskDetails = pagedQuery(details);

/** Querying task progress in batches. */
export const getTaskProgress: DrsHandler = (request, context) => {
	const results = listIn<string>(request.body, 'jobs').map((id): Json => {
		const task = lookUp(id, request, context);
		if (!task) return { job_id: id, error_code: 'DRS.M05003', error_msg: messageOf('DRS.M05003') };
		const share = transferredShare(task, context);
		const isReplicating = task.status === 'INCRE_TRANSFER_STARTED';
		const isIncremental = task.status.startsWith('INCRE_TRANSFER_');
		const [delay] = context.outcomes.due('delay', task);
		const remaining = Math.round(((1 - share) * context.durations.fullTransfer) / 1000);
		return {
			job_id: id,
			progress: String(isIncremental ? 100 : Math.floor(share * 100)),
			incre_trans_delay: isReplicating ? String(delay?.delay ?? 0) : '-1',
			task_mode: task.settings.task_type,
			transfer_status: task.status,
			process_time: String(context.clock.now()),
			remaining_time: String(isIncremental ? 0 : remaining),
		};
	});
	return {
		status: 202,
		body: { count: results.length, results: shuffle(results, context.random) },
	};
};

interface ListFilters {
	cur_page: number;
	per_page: number;
	db_use_type: string;
	engine_type?: string;
	name?: string;
	net_type?: string;
	status?: string;
	enterprise_project_id?: string;
	tags?: Array<{ key: string; value: string }>;
}

function fits(task: Task, filters: ListFilters): boolean {
	const { settings } = task;
	const is = (value: unknown, wanted: string | undefined): boolean =>
		wanted === undefined || wanted === '' || value === wanted;
	const named =
		!filters.name ||
		task.id === filters.name ||
		task.name.toLowerCase().includes(filters.name.toLowerCase());
	const tags = (settings.tags ?? []) as Array<{ key: string; value: string }>;
	const project = ((settings.sys_tags ?? []) as Array<{ value: string }>)[0]?.value ?? '0';
	return (
		named &&
		settings.db_use_type === filters.db_use_type &&
		settings.engine_type === (filters.engine_type || 'mysql') &&
		is(settings.net_type, filters.net_type) &&
		is(task.status, filters.status) &&
		is(project, filters.enterprise_project_id) &&
		(filters.tags ?? []).every((tag) =>
			tags.some(({ key, value }) => key === tag.key && value === tag.value),
		)
	);
}

/** Querying tasks of a tenant; the same address takes the flat creation of the guide. */
export const listTasks: DrsHandler = (request, context) => {
	if ('source_Endpoint' in (request.body as Json)) return createFlat(request, context);
	const filters = request.body as ListFilters;
	const all = context.tasks
		.of(request.projectId)
		.map((task) => advance(task, context))
		.filter((task) => fits(task, filters))
		.reverse();
	const size = filters.per_page || all.length;
	const page =
		filters.cur_page === 0
			? all
			: all.slice((filters.cur_page - 1) * size, filters.cur_page * size);
	const jobs = page.map((task) =>
		defined({
			id: task.id,
			name: task.name,
			status: task.status,
			description: task.settings.description ?? '',
			create_time: String(task.createdAt),
			error_msg: task.failure?.reason,
			engine_type: task.settings.engine_type,
			net_type: task.settings.net_type,
			billing_tag: false,
			job_direction: task.settings.job_direction,
			db_use_type: task.settings.db_use_type,
			task_type: task.settings.task_type,
			node_newFramework: true,
		}),
	);
	return { status: 200, body: { total_record: all.length, jobs } };
};
