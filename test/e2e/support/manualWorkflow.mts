/** @returns a workflow with nothing but a node to start it by hand, called "Start" */
export const manualWorkflow = (name: string) => ({
	name,
	nodes: [
		{
			id: '6f8b0d0c-3f65-4a4e-8d9b-8a5d3c8f0001',
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	],
	connections: {},
	settings: {},
});
