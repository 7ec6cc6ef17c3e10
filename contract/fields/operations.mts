import type { INodeParameters } from 'n8n-workflow';
import { locator, type Landing, type OperationLandings } from './landing.mts';

/** The parameter that names the task of an operation. */
export const TASK: INodeParameters = { jobId: locator('task-1') };

/** @returns where the ID of the task lands */
export const task = (path: string): Landing => ({
	field: 'jobId',
	value: locator('task-2'),
	sent: { [path]: 'task-2' },
});

/** @returns a field that changes what happens, but is not sent */
export const unsent = (field: string, value: unknown): Landing => ({ field, value, sent: {} });

/** The ID of the task stands in the path of the request. */
export const TASK_IN_PATH: Landing = unsent('jobId', locator('task-2'));

/** @returns an operation that changes tasks: its request has one entry a task */
export const change = (
	resource: string,
	operation: string,
	operationId: string,
	landings: Landing[],
	more: Partial<OperationLandings> = {},
): OperationLandings => ({
	resource,
	operation,
	operationId,
	entry: 'jobs[0]',
	base: TASK,
	...more,
	landings: [task('job_id'), ...landings],
});
