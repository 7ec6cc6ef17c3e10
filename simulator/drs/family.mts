import type { DrsContext } from './context.mts';
import type { Task } from './task.mts';

/** How far a task is; a parent is as far as the slowest of its subtasks. */
const ORDER = [
	'CREATING',
	'CONFIGURATION',
	'WAITING_FOR_START',
	'STARTJOBING',
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
];

const rank = ({ status }: Task): number => ORDER.indexOf(status);

/** @returns the subtasks of a task that are still there */
export const childrenOf = ({ childIds = [], projectId }: Task, { tasks }: DrsContext): Task[] =>
	childIds.map((id) => tasks.find(projectId, id)).filter((child) => child !== undefined);

/** @returns whether a creation asks for a disaster recovery in which both sides are active */
export const isDualActive = (settings: Record<string, unknown>): boolean =>
	settings.db_use_type === 'cloudDataGuard' && settings.multi_write === true;

/** @returns how many shards a creation asks for: a MongoDB cluster has a subtask for each, from two on */
export function shardsOf({
	engine_type: engine,
	node_num: nodes,
}: Record<string, unknown>): number {
	const shards = engine === 'mongodb' ? Number(nodes ?? 1) : 1;
	return shards > 1 ? shards : 0;
}

/** @returns whether the subtasks of a task are configured and started in its place; those of a cluster follow their parent */
export const leavesToChildren = ({ childIds, settings }: Task): boolean =>
	childIds !== undefined && isDualActive(settings);

/** Gives the subtasks of a cluster the status of their parent. */
export function leadChildren(parent: Task, children: readonly Task[]): void {
	for (const child of children) {
		child.status = parent.status;
		child.since = parent.since;
		child.updatedAt = parent.updatedAt;
		child.failure = parent.failure;
	}
}

/** Gives a parent the status that its subtasks have: one that failed or left the usual way, else the slowest one's. */
export function followChildren(parent: Task, children: readonly Task[]): void {
	const [first, ...others] = children;
	if (first === undefined) return;
	const shown = others.reduce(
		(slowest, child) => (rank(child) < rank(slowest) ? child : slowest),
		first,
	);
	parent.status = shown.status;
	parent.since = shown.since;
	parent.updatedAt = Math.max(...children.map(({ updatedAt }) => updatedAt));
	parent.failure = shown.failure;
}
