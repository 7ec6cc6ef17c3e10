import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';

/** What the sub-execution knows of a parked work; n8n stores it, so it holds no secret. */
export interface Parked {
	/** The name of the work. */
	work: string;
	/** The execution and the node that wait for it. */
	parentId: string;
	parentNode: string;
	parentName: string;
	/** How many items the node has. */
	count: number;
	/** Whether the node continues with failed items. */
	continues: boolean;
	/** When the next turn is due, and until when the work may take at most; in ms since 1970. */
	until: number;
	deadline: number;
	/** The plan, encrypted. */
	sealed: string;
	/** How far the work was when it was parked. */
	progress: unknown;
}

/** An operation without required fields; the turn itself reads none. */
const NO_FIELDS: IDataObject = { resource: 'task', operation: 'getMany' };

/** @returns the workflow in which a work is parked: a trigger, the turns in a loop, and the end. */
export function toWorkflow(node: INode, parked: Parked): IWorkflowBase {
	const { otcApi } = node.credentials ?? {};
	const at = (x: number): [number, number] => [x, 0];
	const own = { type: node.type, typeVersion: node.typeVersion };
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		name: `Waiting: ${node.name}`,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				position: at(0),
				parameters: { inputSource: 'passthrough' },
			},
			{
				...own,
				id: 'turn',
				name: 'Turn',
				position: at(200),
				parameters: { ...NO_FIELDS, parkingTurn: 'turn', parkedWork: JSON.stringify(parked) },
				...(otcApi && { credentials: { otcApi } }),
			},
			{
				...own,
				id: 'end',
				name: 'End',
				position: at(400),
				parameters: { ...NO_FIELDS, parkingTurn: 'end' },
				...(otcApi && { credentials: { otcApi } }),
			},
		],
		connections: {
			Start: { main: [to('Turn')] },
			Turn: { main: [to('Turn'), to('End')] },
		},
		/** Its own settings, else it would inherit a time limit, the caller policy and the error workflow. */
		settings: {
			executionOrder: 'v1',
			executionTimeout: -1,
			callerPolicy: 'any',
			saveDataSuccessExecution: 'all',
			saveDataErrorExecution: 'all',
			saveExecutionProgress: false,
		},
	} as unknown as IWorkflowBase;
}
