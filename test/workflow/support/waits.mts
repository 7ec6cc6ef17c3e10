import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { node, to, type Canvas } from '../../support/canvas.mts';
import { resumesReliably } from '../../../nodes/shared/n8n/parking/version.ts';
import { useCloud } from '../../support/cloud.mts';
import type { EngineRun } from '../../support/n8nEngine.mts';
import { createNamed } from '../../support/otc.mts';

/** A file that each item has. */
export const FILE = { data: { data: 'AAAA', mimeType: 'text/plain', fileName: 'a.txt' } };

/** Start → OTC DRS (Wait for Status) → Note. */
export function workflow(parameters: INodeParameters, onError?: INode['onError']): Canvas {
	return {
		nodes: [
			node('Start', 'test.start'),
			node('Wait', 'n8n-nodes-otc-drs.otcDrs', {
				parameters: {
					resource: 'task',
					operation: 'wait',
					jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					target: 'readyForConfiguration',
					...parameters,
				},
				onError,
				credentials: { otcApi: { id: 'otc', name: 'OTC' } },
			}),
			node('Note', 'test.note'),
			node('Failed', 'test.note'),
		],
		connections: { Start: { main: [to('Wait')] }, Wait: { main: [to('Note'), to('Failed')] } },
	};
}

/** @returns the items that a node gave */
export const jsonAt = (run: EngineRun, node: string): IDataObject[] =>
	run.items(node).map(({ json }) => json);

/** What a parked node fails with: n8n 2.0 loses an error of a later turn, so that there its items have it. */
export function failureOf(run: EngineRun): { message: string; description?: string | null } {
	expect(run.status).toBe(resumesReliably() ? 'error' : 'success');
	return resumesReliably() ? run.error! : (jsonAt(run, 'Wait')[0].error as { message: string });
}

/** A cloud for each test, and a node that waits in it. */
export function useWaits() {
	const { simulator, engine } = useCloud();

	const createTasks = async (...names: string[]): Promise<string[]> =>
		await createNamed(engine, names);

	const begin = async (
		items: IDataObject[],
		parameters: INodeParameters = {},
		onError?: INode['onError'],
	): Promise<EngineRun> =>
		await engine.run(workflow(parameters, onError), {
			startNode: 'Start',
			mode: 'trigger',
			pinData: { Start: items.map((json) => ({ json, binary: FILE })) },
		});

	const childOf = (run: EngineRun) =>
		[...engine.executions.all.values()].find(
			({ parent }) => parent?.executionId === run.execution.id,
		)!;

	const statusCalls = () => simulator.journal.count('getTaskStatuses');

	return { simulator, engine, createTasks, begin, childOf, statusCalls };
}
