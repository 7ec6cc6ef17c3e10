import type { IDataObject } from 'n8n-workflow';
import type { TaskEvent } from './compare';
import { canHaveHappened } from './events';
import type { Listing } from './fetchTasks';
import type { TriggerSettings } from './settings';
import { statusOf } from './statusOf';

/**
 * Makes an event for "Fetch Test Event": the first of the chosen events that can have happened to a task, of the newest
 * such task. When none can have happened it is the newest task, so that there is something to build a workflow with.
 *
 * @param sight what the service says now
 * @param settings what is looked for
 * @returns the event; undefined when no task fits the filters
 */
export function sampleOf(
	{ tasks, delays }: Listing,
	{ events, statuses }: TriggerSettings,
): TaskEvent | undefined {
	const fitting = tasks.filter(
		(task) => statuses.length === 0 || statuses.includes(statusOf(task)),
	);
	const eventFor = (event: TaskEvent['event'], task: IDataObject | undefined): TaskEvent[] =>
		task === undefined ? [] : [{ event, task, delay: delays.get(String(task.id)) }];
	const [likely] = events.flatMap((event) =>
		eventFor(
			event,
			fitting.find((task) => canHaveHappened(event, statusOf(task))),
		),
	);
	return likely ?? eventFor(events[0], fitting[0])[0];
}
