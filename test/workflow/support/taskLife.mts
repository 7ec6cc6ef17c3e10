import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { replicate } from '../../support/replicate.mts';
import { useCloud } from '../../support/cloud.mts';
import { createNamed, runNode } from '../../support/otc.mts';

/** A cloud for each test, and the steps in the life of its tasks. */
export function useTaskLife() {
	const { simulator, engine } = useCloud();

	const create = async (...names: string[]): Promise<string[]> => await createNamed(engine, names);

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

	const replicating = async (...names: string[]): Promise<string[]> =>
		await replicate(engine, names);

	return { simulator, create, run, precheck, statuses, replicating };
}
