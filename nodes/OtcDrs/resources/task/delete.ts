import { success, type Failure } from '../../../shared/failures/failure';
import type { SendingOptions } from '../../../shared/batch/sending';
import type { ApiClient } from '../../../shared/client/client';
import { changeTasks } from '../../../shared/drs/change';
import { changeOperation, type Preparation } from '../../operations/change';
import { DELETE, STOP } from '../../../shared/drs/changes/lifeCycle';
import { queryTasks } from '../../../shared/drs/query';
import { DELETABLE, STOPPED } from '../../../shared/drs/statuses';
import { waitForStatuses } from '../../../shared/drs/waitForTasks';
import { STATUS } from '../../../shared/drs/queries/status';

const MINUTE = 60_000;

const STOP_TIMEOUT = 'Wait at Most (Minutes)';

/** @param minutesOf how long each task may take to stop, by ID */
async function stopAndWait(
	client: ApiClient,
	minutesOf: ReadonlyMap<string, number>,
	options: SendingOptions,
): Promise<Map<string, Failure>> {
	const present = await queryTasks(client, STATUS, [...minutesOf.keys()], options);
	const running = new Map<string, string>();
	for (const [id, task] of present) {
		const status = task.ok ? String(task.value.status) : undefined;
		if (status !== undefined && !DELETABLE.includes(status)) running.set(id, status);
	}
	const stopped = await changeTasks(
		client,
		STOP,
		[...running]
			.filter(([, status]) => !STOPPED.includes(status))
			.map(([id]) => ({ id, body: { delete_type: 'terminate' } })),
		options,
	);
	const stopping = [...running.keys()].filter((id) => stopped.get(id)?.ok !== false);
	const minutes = stopping.reduce((most, id) => Math.max(most, minutesOf.get(id) ?? 0), 0);
	const ended = await waitForStatuses(client, stopping, {
		...options,
		isSettled: (status) => DELETABLE.includes(status) || status === 'RELEASE_RESOURCE_FAILED',
		deadline: client.now() + minutes * MINUTE,
		goal: 'its end, so that it can be deleted',
	});
	const failures = new Map<string, Failure>();
	for (const outcomes of [stopped, ended]) {
		for (const [id, outcome] of outcomes) if (!outcome.ok) failures.set(id, outcome.failure);
	}
	return failures;
}

/** Stops the tasks that still run, where their item asks for it, and waits until they have ended. */
const stopFirst: Preparation<number> = {
	read: (fields) => success(fields.flag('stopFirst') ? fields.number('stopTimeout') : undefined),
	run: stopAndWait,
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
				displayName: STOP_TIMEOUT,
				name: 'stopTimeout',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 15,
				description: 'How long a task may take to stop',
				displayOptions: { show: { stopFirst: [true] } },
			},
		],
	},
	DELETE,
	() => success({ delete_type: 'delete' }),
	{ preparation: stopFirst },
);
