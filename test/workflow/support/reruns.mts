import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../../support/clock.mts';
import { useCloud } from '../../support/cloud.mts';
import { node, to } from '../../support/canvas.mts';
import type { EngineRun } from '../../support/n8nEngine.mts';
import { CREATE, runNode } from '../../support/otc.mts';

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

	const create = async (...names: string[]): Promise<string[]> =>
		output(
			await runNode(
				engine,
				CREATE,
				names.map((name) => ({ name })),
			),
		).map(({ id }) => String(id));

	async function replicating(parameters: INodeParameters = {}): Promise<string> {
		const run = await runNode(engine, { ...CREATE, ...parameters }, [{ name: 'shop-db' }]);
		const [{ id }] = output(run);
		for (const step of [
			{ resource: 'precheck', operation: 'run' },
			{ resource: 'task', operation: 'start' },
		]) {
			passMinutes(1);
			await runNode(engine, { ...step, jobId: JOB_ID }, [{ id: String(id) }]);
		}
		passMinutes(10);
		return String(id);
	}

	return { simulator, engine, runWithRetries, create, replicating };
}
