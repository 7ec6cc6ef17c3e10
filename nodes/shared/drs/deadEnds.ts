import { GONE, PAUSED, STOPPED } from './statuses';

/** Why a task that exists cannot be brought any further, and what to do about it. */
export interface DeadEnd {
	what: string;
	remedy: string;
}

const DEAD_ENDS: ReadonlyArray<[statuses: readonly string[], what: string, remedy: string]> = [
	[
		['CREATE_FAILED'],
		'its creation failed',
		'Delete the task (Task → Delete, or the option "Clean Up Failed Tasks") and run again.',
	],
	[
		STOPPED,
		'was stopped',
		'A stopped task cannot be started again. Delete it, or give the item another name.',
	],
	[['RELEASE_RESOURCE_FAILED'], 'could not be stopped', 'Stop it again, or contact support.'],
	[
		GONE,
		'was deleted, and its name is still taken',
		'Wait until the service has forgotten the task, or give the item another name.',
	],
	[PAUSED, 'is paused', 'Resume it with Task → Resume or Retry, then run again.'],
];

/** @returns why a task in this status cannot be brought any further; undefined where it can. */
export function deadEndOf(status: string): DeadEnd | undefined {
	const found = DEAD_ENDS.find(([statuses]) => statuses.includes(status));
	return found && { what: found[1], remedy: found[2] };
}
