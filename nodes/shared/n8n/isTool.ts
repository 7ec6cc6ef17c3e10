import type { IExecuteFunctions } from 'n8n-workflow';

/** @returns whether the node runs as the tool of an AI agent */
export const isTool = (context: IExecuteFunctions): boolean =>
	context.getNode().type.endsWith('Tool') || context.isToolExecution?.() === true;
