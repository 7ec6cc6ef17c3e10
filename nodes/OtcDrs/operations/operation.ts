import type { INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { showFor } from '../../shared/n8n/fields';
import { TASK_FIELD } from '../../shared/fields/task';
import type { LocalRun, OperationRun } from './operationRun';
import type { ParkedWork } from './parking';

/** How an operation is listed, and its fields. */
interface OperationDescription {
	option: INodePropertyOptions;
	properties: INodeProperties[];
}

/** An operation that calls the cloud, and what it does with all items of a run. */
export interface CloudOperation extends OperationDescription {
	isLocal?: false;
	/** The statuses of the tasks that it can work on, where they are limited; the list of tasks offers these only. */
	taskStatuses?: readonly string[];
	/** What it does in turns, if it may take long. */
	work?: ParkedWork;
	execute(run: OperationRun): Promise<INodeExecutionData[]>;
}

/** An operation that works on its input alone: it sends nothing and needs no credential. */
export interface LocalOperation extends OperationDescription {
	isLocal: true;
	taskStatuses?: undefined;
	work?: undefined;
	execute(run: LocalRun): Promise<INodeExecutionData[]>;
}

/** One operation of the node. */
export type Operation = CloudOperation | LocalOperation;

/** One resource of the node, with its operations in the order of the list. */
export interface Resource {
	option: INodePropertyOptions;
	defaultOperation: string;
	operations: Operation[];
}

/** What an operation on existing tasks is made of. */
export interface TaskOperationParts {
	resource: string;
	option: INodePropertyOptions;
	/** Fields between the task and the options. */
	fields?: INodeProperties[];
	/** Fields of the collection "Options" besides those of every operation. */
	moreOptions?: INodeProperties[];
}

/** @returns the fields of an operation on existing tasks: the task, its own fields, the options. */
export const taskOperationFields = (
	{ resource, option, fields = [] }: TaskOperationParts,
	options: INodeProperties,
): INodeProperties[] =>
	showFor({ resource, operations: [String(option.value)] }, [TASK_FIELD, ...fields, options]);
