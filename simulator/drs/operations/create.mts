import type { Answer } from '../../http/answer.mts';
import { shuffle } from '../../random.mts';
import type { DrsContext } from '../context.mts';
import { isDualActive, shardsOf } from '../family.mts';
import { failedResult, refuseCall, type Code } from '../problems.mts';
import type { DrsHandler, DrsRequest } from '../request.mts';
import { listIn } from '../request.mts';
import type { Json, Task } from '../task.mts';

/** What refuses the whole call, by the rules that the reference states for a field. */
function wholeProblem(
	job: Json,
	{ projectId }: DrsRequest,
	context: DrsContext,
): [code: Code, name: string] | undefined {
	const isRecovery = job.db_use_type === 'cloudDataGuard';
	if (job.net_type === 'eip' && job.bind_eip !== true) return ['DRS.M00201', 'bind_eip'];
	if (isRecovery && job.net_type === 'vpc') return ['DRS.M00202', 'net_type'];
	if (isRecovery && job.multi_write === undefined) return ['DRS.M00201', 'multi_write'];
	if (isRecovery && job.multi_write === false && job.task_type !== 'FULL_INCR_TRANS')
		return ['DRS.M00202', 'task_type'];
	const subnet = job.customize_sutnet_id;
	if (subnet !== undefined && context.knownSubnets?.has(String(subnet)) === false) {
		return ['DRS.M00202', 'customize_sutnet_id'];
	}
	const managed = (
		job.job_direction === 'down' ? job.source_endpoint : job.target_endpoint
	) as Json;
	if (job.job_direction !== 'non-dbs') {
		if (managed.inst_id === undefined) return ['DRS.M00201', 'inst_id'];
		if (managed.region === undefined && context.forms.regionRequired)
			return ['DRS.M00201', 'region'];
	}
	const keys = ((job.tags ?? []) as Json[]).map(({ key }) => key);
	if (new Set(keys).size < keys.length) return ['DRS.M00269', 'tags'];
	const isTaken = context.tasks.findByName(projectId, String(job.name)) !== undefined;
	return context.uniqueNames && isTaken ? ['DRS.M00277', 'name'] : undefined;
}

function newTask(job: Json, projectId: string, context: DrsContext): Task {
	const { source_endpoint: source, target_endpoint: target, ...settings } = job;
	const now = context.clock.now();
	return {
		id: context.tasks.newId(),
		projectId,
		name: String(job.name),
		createdAt: now,
		updatedAt: now,
		settings,
		source: { ...(source as Json) },
		target: { ...(target as Json) },
		status: 'CREATING',
		since: now,
		transferred: 0,
		tested: new Set(),
		stored: false,
		objects: [],
		speedLimits: [],
		transformations: [],
		parameters: new Map(),
		comparisons: new Map(),
	};
}

/** @returns what the subtask that replicates the other way is created with: source and target change places */
const reversed = (job: Json, direction: string): Json =>
	direction === job.job_direction
		? job
		: {
				...job,
				job_direction: direction,
				source_endpoint: job.target_endpoint,
				target_endpoint: job.source_endpoint,
			};

/**
 * A dual-active disaster recovery replicates both ways, by a subtask for each. The reference has `child_ids` in the answer,
 * and says that subtasks are configured and started in place of their parent; their names are printed nowhere. A MongoDB
 * cluster has a subtask for each shard, as the user manual says; they follow their parent.
 */
function newChildren(parent: Task, job: Json, context: DrsContext): Task[] {
	const child = (name: string, from: Json): Task => ({
		...newTask(from, parent.projectId, context),
		name: `${parent.name}-${name}`,
		parentId: parent.id,
	});
	if (isDualActive(parent.settings)) {
		return ['up', 'down'].map((direction) => child(direction, reversed(job, direction)));
	}
	return Array.from({ length: shardsOf(parent.settings) }, (_, shard) =>
		child(`${shard + 1}`, job),
	);
}

const isUnknownInstance = (endpoint: unknown, { knownInstances }: DrsContext): boolean => {
	const id = (endpoint as Json).inst_id;
	return id !== undefined && knownInstances?.has(String(id)) === false;
};

function createOne(job: Json, { projectId }: DrsRequest, context: DrsContext): Json {
	if (
		isUnknownInstance(job.source_endpoint, context) ||
		isUnknownInstance(job.target_endpoint, context)
	) {
		const { id: _id, ...failed } = failedResult('', 'DRS.M05006');
		return { name: job.name, ...failed };
	}
	const task = newTask(job, projectId, context);
	const children = newChildren(task, job, context);
	if (children.length > 0) task.childIds = children.map(({ id }) => id);
	for (const created of [task, ...children]) context.tasks.add(created);
	return {
		id: task.id,
		...(task.childIds ? { child_ids: task.childIds } : {}),
		name: task.name,
		status: task.status,
		create_time: String(Math.round(task.createdAt)),
	};
}

/** Creating tasks in batches (drs_03_0104). */
export const createTasks: DrsHandler = (request, context) => {
	const jobs = listIn(request.body, 'jobs');
	const names = jobs.map(({ name }) => String(name).toLowerCase());
	if (new Set(names).size < names.length) return refuseCall('DRS.M00301', 'name');
	for (const job of jobs) {
		const problem = wholeProblem(job, request, context);
		if (problem) return refuseCall(...problem);
	}
	const results = jobs.map((job) => createOne(job, request, context));
	return {
		status: 202,
		body: { results: shuffle(results, context.random), count: results.length },
	};
};

/** The flat form of the guide page "Task Creation Example" (drs_03_0128). */
export function createFlat(request: DrsRequest, context: DrsContext): Answer {
	const { source_Endpoint: source, target_Endpoint: target, ...rest } = request.body as Json;
	const job: Json = { ...rest, source_endpoint: source, target_endpoint: target };
	const problem = wholeProblem(job, request, context);
	if (problem) return refuseCall(...problem);
	const result = createOne(job, request, context);
	return 'error_code' in result ? refuseCall('DRS.M05006') : { status: 202, body: result };
}
