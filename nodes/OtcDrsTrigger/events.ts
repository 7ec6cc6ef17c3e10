import type { INodePropertyOptions } from 'n8n-workflow';
import { isFailedStatus } from '../shared/drs/statuses';
import { TARGETS } from '../shared/drs/goals';
import type { Snapshot } from './snapshot';

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
		description: 'The replication lags by more than a threshold; again only after it caught up',
	},
	{
		name: 'Full Transfer Complete',
		value: 'fullTransferComplete',
		description: 'All data that was there at the start is in the target; once a task',
	},
	{
		name: 'Replicating',
		value: 'replicating',
		description: 'Changes are replicated, also again after a pause',
	},
	{ name: 'Status Changed', value: 'statusChanged', description: 'Any change of the status' },
	{
		name: 'Task Created',
		value: 'taskCreated',
		description: 'A task appeared that was not there before',
	},
	{
		name: 'Task Failed',
		value: 'taskFailed',
		description: 'Creation, start, transfer, replication or stop failed',
	},
	{ name: 'Task Stopped', value: 'taskStopped', description: 'A task has ended for good' },
];

/** What is known of a task now. */
export interface Observation {
	status: string;
	/** Seconds; undefined where it was not asked for or the service does not say. */
	delay?: number;
	/** Whether the task replicates changes only: then it has no full transfer that could end. */
	isIncremental?: boolean;
}

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
	before: Snapshot | undefined,
	now: Observation,
	threshold: number,
): EventName[] {
	const hasChanged = before !== undefined && before.status !== now.status;
	const isNew = before === undefined;
	const events: Array<[EventName, boolean]> = [
		['taskCreated', isNew],
		['statusChanged', hasChanged],
		['taskFailed', (isNew || hasChanged) && isFailedStatus(now.status)],
		['replicating', enters(TARGETS.replicating.reached, before?.status, now.status)],
		[
			'fullTransferComplete',
			!before?.fullTransferSeen &&
				!now.isIncremental &&
				TARGETS.fullTransferComplete.reached.includes(now.status),
		],
		['taskStopped', enters(TARGETS.stopped.reached, before?.status, now.status)],
		['delayExceeded', !before?.delayed && now.delay !== undefined && now.delay > threshold],
	];
	return events.flatMap(([name, happened]) => (happened ? [name] : []));
}

/** Which statuses a task can have at an event. */
const FITTING: Record<EventName, (status: string) => boolean> = {
	statusChanged: () => true,
	taskCreated: () => true,
	taskFailed: isFailedStatus,
	replicating: (status) => TARGETS.replicating.reached.includes(status),
	fullTransferComplete: (status) => TARGETS.fullTransferComplete.reached.includes(status),
	taskStopped: (status) => TARGETS.stopped.reached.includes(status),
	delayExceeded: (status) => status === 'INCRE_TRANSFER_STARTED',
};

/** @returns whether an event can have happened to a task that is in this status now. */
export const canHaveHappened = (event: EventName, status: string): boolean =>
	FITTING[event](status);
