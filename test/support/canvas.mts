import type { INode, IWorkflowBase } from 'n8n-workflow';

/** The nodes and connections of a workflow, as an engine takes them. */
export type Canvas = Pick<IWorkflowBase, 'nodes' | 'connections'>;

/**
 * @param name of the node, also its ID
 * @param type such as `test.start`
 * @param more other properties, such as `parameters` and `credentials`
 */
export const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

/** @returns the end of a connection: the first input of a node */
export const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

/** @returns the nodes, each connected to the next one */
export const chain = (...nodes: INode[]): Canvas => ({
	nodes,
	connections: Object.fromEntries(
		nodes.slice(1).map(({ name }, index) => [nodes[index].name, { main: [to(name)] }]),
	),
});
