import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

/** One operation of the node: how it is listed, its fields, and what it does with all items of a run. */
export interface Operation {
	option: INodePropertyOptions;
	properties: INodeProperties[];
	execute(context: IExecuteFunctions): Promise<INodeExecutionData[]>;
}

/** One resource of the node, with its operations in the order of the list. */
export interface Resource {
	option: INodePropertyOptions;
	defaultOperation: string;
	operations: Operation[];
}
