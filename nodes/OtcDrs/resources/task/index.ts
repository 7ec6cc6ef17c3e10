import type { Resource } from '../../operation';
import { createDisasterRecovery } from './createDisasterRecovery';
import { createMigration } from './createMigration';
import { createSync } from './createSync';
import { get } from './get';
import { getStatus } from './getStatus';

/** The resource "Task". */
export const task: Resource = {
	option: { name: 'Task', value: 'task' },
	defaultOperation: 'createMigration',
	operations: [createDisasterRecovery, createMigration, createSync, get, getStatus],
};
