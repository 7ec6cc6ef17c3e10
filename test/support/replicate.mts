import type { INodeParameters } from 'n8n-workflow';
import { passMinutes } from './clock.mts';
import type { Engine } from './n8nEngine.mts';
import { createNamed, runNode } from './otc.mts';

/** Creates tasks, checks and starts them, and lets time pass until they replicate. @returns their IDs */
export async function replicate(
	engine: Engine,
	names: readonly string[],
	parameters: INodeParameters = {},
): Promise<string[]> {
	const ids = await createNamed(engine, names, parameters);
	for (const step of [
		{ resource: 'precheck', operation: 'run' },
		{ resource: 'task', operation: 'start' },
	]) {
		passMinutes(1);
		const jobId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
		const { error } = await runNode(
			engine,
			{ ...step, jobId },
			ids.map((id) => ({ id })),
		);
		expect(error).toBeUndefined();
	}
	passMinutes(10);
	return ids;
}
