import type { INodeParameters, IWorkflowSettings } from 'n8n-workflow';
import { chain, node } from '../support/canvas.mts';
import { useCloud } from '../support/cloud.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { engine } = useCloud();

const wait = (name: string, target: string, more: INodeParameters = {}) =>
	node(name, 'n8n-nodes-otc-drs.otcDrs', {
		parameters: {
			resource: 'task',
			operation: 'wait',
			jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			target,
			...more,
		},
		credentials: { otcApi: { id: 'otc', name: 'OTC' } },
	});

/** Runs Start, whose data is pinned, → First → Second → Note for a new task, until it is parked. */
async function begin(): Promise<EngineRun> {
	const created = await runNode(engine, CREATE, [{ name: 'shop-1' }]);
	const pinned = created.items('OTC DRS').map(({ json }) => ({ json: { id: json.id } }));
	return await engine.run(
		chain(
			node('Start', 'test.start'),
			wait('First', 'readyForConfiguration'),
			wait('Second', 'stopped', { timeout: 1 }),
			node('Note', 'test.note'),
		),
		{ startNode: 'Start', pinData: { Start: pinned } },
	);
}

const childrenOf = ({ execution }: EngineRun) =>
	[...engine.executions.all.values()].filter(({ parent }) => parent?.executionId === execution.id);

describe('parked nodes', () => {
	it('follow one another in a workflow, each with a sub-execution of its own', async () => {
		const parked = await begin();
		expect([parked.status, childrenOf(parked)]).toMatchObject([
			'waiting',
			[{ mode: 'integrated' }],
		]);
		const run = await engine.settle(parked);
		expect(run.items('First').map(({ json }) => json.outcome)).toEqual(['reached']);
		expect(run.items('Note').map(({ json }) => json.outcome)).toEqual(['timedOut']);
		expect(childrenOf(parked).map(({ status }) => status)).toEqual(['success', 'success']);
	});

	it('wait in a sub-workflow whose settings do not depend on those of the workflow', async () => {
		const [child] = childrenOf(await begin());
		const { settings } = child.json as { settings?: IWorkflowSettings };
		expect(settings).toEqual({
			executionOrder: 'v1',
			executionTimeout: -1,
			callerPolicy: 'any',
			saveDataSuccessExecution: 'all',
			saveDataErrorExecution: 'all',
			saveExecutionProgress: false,
		});
	});
});
