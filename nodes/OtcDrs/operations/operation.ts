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
	/** The statuses of the tasks that it can work on, where they are limited; the list of tasks offers these only. */
	taskStatuses?: readonly string[];
	execute(context: IExecuteFunctions): Promise<INodeExecutionData[]>;
}

/** One resource of the node, with its operations in the order of the list. */
export interface Resource {
	option: INodePropertyOptions;
	defaultOperation: string;
	operations: Operation[];
}
