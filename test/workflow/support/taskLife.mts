import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../../support/clock.mts';
import { useCloud } from '../../support/cloud.mts';
import { CREATE, runNode } from '../../support/otc.mts';

/** A cloud for each test, and the steps in the life of its tasks. */
export function useTaskLife() {
	const { simulator, engine } = useCloud();

	async function create(...names: string[]): Promise<string[]> {
		const run = await runNode(
			engine,
			CREATE,
			names.map((name) => ({ name })),
		);
		return run.items('OTC DRS').map(({ json }) => String(json.id));
	}

	async function run(
		operation: string,
		ids: string[],
		more: INodeParameters = {},
		onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow',
	): Promise<IDataObject[]> {
		const result = await runNode(
			engine,
			{
				resource: 'task',
				operation,
				jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				options: { maxRetryWait: 0 },
				...more,
			},
			ids.map((id) => ({ id })),
			onError,
		);
		expect(result.error).toBeUndefined();
		return result.items('OTC DRS').map(({ json }) => json);
	}

	const precheck = async (operation: string, ids: string[]) =>
		await run(operation, ids, { resource: 'precheck' });

	const statuses = async (ids: string[]) =>
		(await run('getStatus', ids)).map(({ status }) => status);

	async function replicating(...names: string[]): Promise<string[]> {
		const ids = await create(...names);
		passMinutes(1);
		await precheck('run', ids);
		passMinutes(1);
		await run('start', ids);
		passMinutes(10);
		return ids;
	}

	return { simulator, create, run, precheck, statuses, replicating };
}
