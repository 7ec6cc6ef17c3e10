import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET } from '../../../demo/lib/inbox/sampleFleet.mts';
import type { N8nApi } from '../../../demo/lib/n8nApi.mts';
import {
	putWorkflow,
	type WorkflowFile,
	type WorkflowReference,
} from '../../../demo/lib/workflows.mts';
import { ROOT } from './stack.mts';

/** What the example workflows want to know of a database, besides its name. */
export const DATABASE = { sourceHost: '10.0.0.5', ...TARGET };

/** Tests run the scheduled branch by hand; a real tick in between would be a second run. */
const EVERY_MONTH = { interval: [{ field: 'months', monthsInterval: 1 }] };

interface SetParameters {
	assignments: { assignments: Array<{ name: string; value: unknown }> };
}

/**
 * Imports a workflow file; only values of its node "Settings" and the times of its schedule are changed.
 *
 * @param values by name; those that the node does not have are left out
 */
export async function importWithSettings(
	api: N8nApi,
	file: string,
	values: Record<string, unknown>,
): Promise<WorkflowReference> {
	const text = readFileSync(join(ROOT, 'workflows', `${file}.json`), 'utf8');
	const workflow = JSON.parse(text) as WorkflowFile;
	const settings = workflow.nodes.find(({ name }) => name === 'Settings');
	const parameters = settings?.parameters as SetParameters | undefined;
	for (const entry of parameters?.assignments.assignments ?? [])
		entry.value = values[entry.name] ?? entry.value;
	for (const { type, parameters: schedule } of workflow.nodes)
		if (type === 'n8n-nodes-base.scheduleTrigger') schedule.rule = EVERY_MONTH;
	return await putWorkflow(api, workflow);
}

/**
 * Waits until something is true.
 *
 * @param patience milliseconds
 * @throws Error that says what was waited for
 */
export async function waitUntil(
	what: string,
	isTrue: () => boolean | Promise<boolean>,
	patience: number,
	interval = 250,
): Promise<void> {
	const deadline = Date.now() + patience;
	while (!(await isTrue())) {
		if (Date.now() > deadline) throw new Error(`Not in time: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, interval));
	}
}
