import type { DrsContext } from '../context.mts';
import { listTime } from '../forms.mts';
import { advance } from '../lifeCycle.mts';
import type { DrsHandler } from '../request.mts';
import { defined, shownStatus } from '../shown.mts';
import type { Json, Task } from '../task.mts';
import { createFlat } from './create.mts';

interface Tag {
	key: string;
	value: string;
}

interface ListFilters {
	cur_page: number;
	per_page: number;
	db_use_type: string;
	engine_type?: string;
	name?: string;
	net_type?: string;
	status?: string;
	enterprise_project_id?: string;
	/** A list of keys and values by the table, a map by the vendor's clients. */
	tags?: readonly Tag[] | Record<string, string>;
}

const tagsIn = (tags: ListFilters['tags'] = []): readonly Tag[] =>
	Array.isArray(tags)
		? (tags as readonly Tag[])
		: Object.entries(tags as Record<string, string>).map(([key, value]) => ({ key, value }));

function fits(task: Task, filters: ListFilters): boolean {
	const { settings } = task;
	const is = (value: unknown, wanted: string | undefined): boolean =>
		wanted === undefined || wanted === '' || value === wanted;
	const named =
		!filters.name ||
		task.id === filters.name ||
		task.name.toLowerCase().includes(filters.name.toLowerCase());
	const tags = (settings.tags ?? []) as Tag[];
	const project = ((settings.sys_tags ?? []) as Tag[])[0]?.value ?? '0';
	return (
		task.parentId === undefined &&
		named &&
		settings.db_use_type === filters.db_use_type &&
		settings.engine_type === (filters.engine_type || 'mysql') &&
		is(settings.net_type, filters.net_type) &&
		is(task.status, filters.status) &&
		is(project, filters.enterprise_project_id) &&
		tagsIn(filters.tags).every((tag) =>
			tags.some(({ key, value }) => key === tag.key && value === tag.value),
		)
	);
}

function entry(task: Task, context: DrsContext): Json {
	const children = (task.childIds ?? [])
		.map((id) => context.tasks.find(task.projectId, id))
		.filter((child) => child !== undefined);
	return defined({
		id: task.id,
		name: task.name,
		status: shownStatus(task, context),
		description: task.settings.description ?? '',
		create_time: listTime(task.createdAt, context.forms.listTimes),
		error_msg: task.failure?.reason,
		engine_type: task.settings.engine_type,
		net_type: task.settings.net_type,
		billing_tag: false,
		job_direction: task.settings.job_direction,
		db_use_type: task.settings.db_use_type,
		task_type: task.settings.task_type,
		children: children.length > 0 ? children.map((child) => entry(child, context)) : undefined,
		node_newFramework: true,
	});
}

/** Querying tasks of a tenant (drs_03_0138); the same address takes the flat creation of the guide. */
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
	const jobs = page.map((task) => entry(task, context));
	return { status: 200, body: { total_record: all.length, jobs } };
};
