import type { INodePropertyOptions } from 'n8n-workflow';
import { isFailedStatus } from '../shared/drs/statuses';
import { GOALS } from '../shared/drs/goals';
import type { TaskBefore, TaskNow } from './taskState';

/** The events that can start a workflow. */
export type EventName =
	| 'statusChanged'
	| 'taskCreated'
	| 'taskFailed'
	| 'replicating'
	| 'fullTransferComplete'
	| 'taskStopped'
	| 'delayExceeded';

/** How the events are offered. */
export const EVENT_CHOICES: INodePropertyOptions[] = [
	{
		name: 'Delay Exceeded',
		value: 'delayExceeded',
		description: 'The replication lag exceeds a threshold. Fires again after recovery.',
	},
	{
		name: 'Full Transfer Complete',
		value: 'fullTransferComplete',
		description: 'The initial data load has finished',
	},
	{
		name: 'Replicating',
		value: 'replicating',
		description: 'Replication started or resumed',
	},
	{ name: 'Status Changed', value: 'statusChanged', description: 'The task has another status' },
	{
		name: 'Task Created',
		value: 'taskCreated',
		description: 'A new task was created',
	},
	{
		name: 'Task Failed',
		value: 'taskFailed',
		description: 'Creation, start, transfer, replication or stop failed',
	},
	{ name: 'Task Stopped', value: 'taskStopped', description: 'A task was stopped permanently' },
];

const enters = (statuses: readonly string[], before: string | undefined, now: string): boolean =>
	statuses.includes(now) && (before === undefined || !statuses.includes(before));

/**
 * Finds the events between two looks at a task.
 *
 * @param before what was remembered; undefined for a task that is new
 * @param now what is seen
 * @param threshold of the delay in seconds
 */
export function eventsBetween(
	before: TaskBefore | undefined,
	now: TaskNow,
	threshold: number,
): EventName[] {
	const hasChanged = before !== undefined && before.status !== now.status;
	const isNew = before === undefined;
	const events: Array<[EventName, boolean]> = [
		['taskCreated', isNew],
		['statusChanged', hasChanged],
		['taskFailed', (isNew || hasChanged) && isFailedStatus(now.status)],
		['replicating', enters(GOALS.replicating.reached, before?.status, now.status)],
		[
			'fullTransferComplete',
			!before?.fullTransferSeen &&
				!now.isIncremental &&
				GOALS.fullTransferComplete.reached.includes(now.status),
		],
		['taskStopped', enters(GOALS.stopped.reached, before?.status, now.status)],
		['delayExceeded', !before?.delayed && now.delay !== undefined && now.delay > threshold],
	];
	return events.flatMap(([name, happened]) => (happened ? [name] : []));
}

/** Which statuses a task can have at an event. */
const FITTING: Record<EventName, (status: string) => boolean> = {
	statusChanged: () => true,
	taskCreated: () => true,
	taskFailed: isFailedStatus,
	replicating: (status) => GOALS.replicating.reached.includes(status),
	fullTransferComplete: (status) => GOALS.fullTransferComplete.reached.includes(status),
	taskStopped: (status) => GOALS.stopped.reached.includes(status),
	delayExceeded: (status) => status === 'INCRE_TRANSFER_STARTED',
};

/** @returns whether an event can have happened to a task that is in this status now. */
export const canHaveHappened = (event: EventName, status: string): boolean =>
	FITTING[event](status);
