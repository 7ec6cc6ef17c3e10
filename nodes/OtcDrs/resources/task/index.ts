import type { Resource } from '../../operations/operation';
import { createDisasterRecovery } from './createDisasterRecovery';
import { createMigration } from './createMigration';
import { createSync } from './createSync';
import { deleteTask } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getMetrics } from './getMetrics';
import { getProgress } from './getProgress';
import { getStatus } from './getStatus';
import { pause } from './pause';
import { resume } from './resume';
import { start } from './start';
import { stop } from './stop';
import { update } from './update';
import { wait } from './wait';

/** The resource "Task". */
export const task: Resource = {
	option: { name: 'Task', value: 'task' },
	defaultOperation: 'createMigration',
	operations: [
		createDisasterRecovery,
		createMigration,
		createSync,
		deleteTask,
		get,
		getMany,
		getMetrics,
		getProgress,
		getStatus,
		pause,
		resume,
		start,
		stop,
		update,
		wait,
	],
};
