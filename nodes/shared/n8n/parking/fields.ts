import type { INodeProperties } from 'n8n-workflow';

/** The parameters that no user sees: with them the node runs in the sub-execution in which a work is parked. */
export const PARKING_FIELDS: INodeProperties[] = [
	{
		displayName: 'Turn',
		name: 'parkingTurn',
		type: 'hidden',
		default: '',
		description: 'What the node does in the sub-execution that it is parked in',
	},
	{
		displayName: 'Parked Work',
		name: 'parkedWork',
		type: 'hidden',
		default: '',
		description: 'What the node is parked for; its plan is encrypted',
	},
];

/**
 * The outputs of the node, as an expression: one, and a second one in the sub-execution, where the first leads back to the
 * node.
 */
export const PARKING_OUTPUTS =
	'={{ $parameter["parkingTurn"] === "turn" ? ["main", "main"] : ["main"] }}' as const;
