import { success, type Failure } from '../../../shared/errors/failure';
import { changeTasks } from '../common/changeTasks';
import { changeOperation } from '../common/operations';
import { queryTasks } from '../common/queryTasks';
import type { Preparation } from '../common/runTaskChange';
import { DELETABLE, STOPPED } from '../common/statuses';
import { waitForStatuses } from '../common/waitForAnswers';
import { STOP } from './stop';

const MINUTE = 60_000;

/** Stops the tasks that still run, where their item asks for it, and waits until they have ended. */
const stopFirst: Preparation = async (client, tasks, reader, options) => {
	const failures = new Map<string, Failure>();
	const chosen = tasks.filter(({ item }) => reader.get('stopFirst', item, false));
	const present = await queryTasks(
		client,
		'status',
		chosen.map(({ id }) => id),
		options,
	);
	const statusOf = (id: string): string => {
		const task = present.get(id);
		return task?.ok ? String(task.value.status) : '';
	};
	const running = chosen.filter(({ id }) => !['', ...DELETABLE].includes(statusOf(id)));
	const toStop = running.filter(({ id }) => !STOPPED.includes(statusOf(id)));
	const stopped = await changeTasks(
		client,
		STOP,
		toStop.map(({ id }) => ({ key: id, body: { delete_type: 'terminate' } })),
		options,
	);
	const minutes = Math.max(
		0,
		...running.map(({ item }) => Number(reader.get('stopTimeout', item, 15))),
	);
	const ended = await waitForStatuses(
		client,
		running.filter(({ id }) => stopped.get(id)?.ok !== false).map(({ id }) => id),
		{
			...options,
			isSettled: (status) => DELETABLE.includes(status) || status === 'RELEASE_RESOURCE_FAILED',
			deadline: client.now() + minutes * MINUTE,
			goal: 'its end, so that it can be deleted',
		},
	);
	for (const outcomes of [stopped, ended]) {
		for (const [id, outcome] of outcomes) if (!outcome.ok) failures.set(id, outcome.failure);
	}
	return failures;
};

/** Task → Delete (batch-jobs, delete). Only a task that has ended can be deleted. */
export const deleteTask = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Delete',
			value: 'delete',
			action: 'Delete a task for good (destructive)',
			description:
				'Destructive: remove stopped tasks, and such whose creation failed, for good; the databases stay as they are',
		},
		fields: [
			{
				displayName: 'Stop First',
				name: 'stopFirst',
				type: 'boolean',
				default: false,
				description:
					'Whether to stop tasks that still run, and to wait until they have ended, before they are deleted. Replication ends with that.',
			},
			{
				displayName: 'Wait at Most (Minutes)',
				name: 'stopTimeout',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 15,
				description: 'How long a task may take to stop',
				displayOptions: { show: { stopFirst: [true] } },
			},
		],
	},
	{
		method: 'DELETE',
		path: 'batch-jobs',
		verb: 'delete',
		allowedIn: DELETABLE,
		hasHappened: (status) => status === undefined,
	},
	() => success({ delete_type: 'delete' }),
	stopFirst,
);
