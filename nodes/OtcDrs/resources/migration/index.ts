import type { Resource } from '../../operations/operation';
import { checkCutOver } from './checkCutOver';
import { finish } from './finish';
import { plan } from './plan';
import { report } from './report';
import { run } from './run';

/** The resource "Migration": complete migrations from the plan to the end, and reports about them. */
export const migration: Resource = {
	option: { name: 'Migration', value: 'migration' },
	defaultOperation: 'run',
	operations: [checkCutOver, finish, plan, report, run],
};
