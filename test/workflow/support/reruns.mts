import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { replicate } from '../../support/replicate.mts';
import { useCloud } from '../../support/cloud.mts';
import { node, to } from '../../support/canvas.mts';
import type { EngineRun } from '../../support/n8nEngine.mts';
import { createNamed } from '../../support/otc.mts';

/** The task of an item. */
export const JOB_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

/** The credentials of the node. */
export const CREDENTIALS = {
	otcApi: { id: 'otc', name: 'OTC' },
	otcDrsSourceDatabaseApi: { id: 'source', name: 'Source' },
	otcDrsTargetDatabaseApi: { id: 'target', name: 'Target' },
};

/** The node with Retry On Fail, two tries, and On Error → Continue. */
export const RETRIES: Partial<INode> = {
	retryOnFail: true,
	maxTries: 2,
	waitBetweenTries: 1,
	onError: 'continueRegularOutput',
};

/** @returns what the node gave */
export const output = (run: EngineRun): IDataObject[] =>
	run.items('OTC DRS').map(({ json }) => json);

/** @returns the failure of an item */
export const errorOf = ({ error }: IDataObject): IDataObject => error as IDataObject;

/** A cloud for each test, and a node that n8n tries again. */
export function useReruns() {
	const { simulator, engine } = useCloud();

	/** Runs Start → OTC DRS, which n8n tries again. */
	async function runWithRetries(
		parameters: INodeParameters,
		items: IDataObject[],
		more: Partial<INode> = {},
	): Promise<EngineRun> {
		const drs = { parameters, credentials: CREDENTIALS, ...RETRIES, ...more };
		const waiting = await engine.run(
			{
				nodes: [node('Start', 'test.start'), node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', drs)],
				connections: { Start: { main: [to('OTC DRS')] } },
			},
			{ startNode: 'Start', pinData: { Start: items.map((json) => ({ json })) } },
		);
		return await engine.settle(waiting);
	}

	const create = async (...names: string[]): Promise<string[]> => await createNamed(engine, names);

	async function replicating(parameters: INodeParameters = {}): Promise<string> {
		const [id] = await replicate(engine, ['shop-db'], parameters);
		return id;
	}

	return { simulator, engine, runWithRetries, create, replicating };
}
