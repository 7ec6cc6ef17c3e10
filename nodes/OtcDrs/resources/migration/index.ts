import type { Resource } from '../../operations/operation';
import { checkCutOver } from './checkCutOver';
import { finish } from './finish';
import { plan } from './plan';
import { report } from './report';
import { run } from './run';

/** The resource "Migration": the whole way from a plan to the end of a task, and a picture of it. */
export const migration: Resource = {
	option: { name: 'Migration', value: 'migration' },
	defaultOperation: 'run',
	operations: [checkCutOver, finish, plan, report, run],
};
