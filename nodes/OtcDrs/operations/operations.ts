import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { success } from '../../shared/failures/failure';
import { showFor } from '../../shared/n8n/fields';
import { optionsCollection, QUERY_OPTIONS, sendingFields } from '../../shared/n8n/options';
import type { Operation } from './operation';
import { ADDITIONAL_REQUEST_FIELDS } from '../fields/additionalFields';
import type { Change } from '../../shared/drs/changeTasks';
import type { TaskQuery } from '../../shared/drs/queryTasks';
import { runTaskChange, type BodyReader, type Preparation } from './runTaskChange';
import { runTaskQuery, type PresentReader } from './runTaskQuery';
import { TASK_FIELD } from '../../shared/fields/task';

/** What an operation on existing tasks is made of. */
interface Parts {
	resource: string;
	option: INodePropertyOptions;
	/** Fields between the task and the options. */
	fields?: INodeProperties[];
	/** Fields of the collection "Options" besides those of every operation. */
	moreOptions?: INodeProperties[];
}

const describe = (
	{ resource, option, fields = [] }: Parts,
	options: INodeProperties,
): INodeProperties[] =>
	showFor({ resource, operations: [String(option.value)] }, [TASK_FIELD, ...fields, options]);

/**
 * Makes an operation that asks for tasks.
 *
 * @param parts resource, entry in the list of operations, and fields of its own
 * @param query what to ask
 * @param readPresent reads how the tasks of one item are shown; by default as the API gives them
 */
export function queryOperation(
	parts: Parts,
	query: TaskQuery,
	readPresent: PresentReader = () => (task) => task,
): Operation {
	return {
		option: parts.option,
		properties: describe(parts, QUERY_OPTIONS),
		execute: async (context) => await runTaskQuery(context, query, readPresent),
	};
}

/** An operation that changes tasks, with the parts that a whole migration is put together from. */
export interface ChangeOperation extends Operation {
	change: Change;
	/** Its own fields, without the task and the options. */
	fields: INodeProperties[];
	readBody: BodyReader;
}

/**
 * Makes an operation that changes tasks.
 *
 * @param parts resource, entry in the list of operations, and fields of its own
 * @param change what is sent, and in which statuses the service allows it
 * @param readBody reads the settings of one item, without the task's ID
 * @param preparation what comes before the change
 */
export function changeOperation<S>(
	parts: Parts,
	change: Change,
	readBody: BodyReader = () => success({}),
	preparation?: Preparation<S>,
): ChangeOperation {
	return {
		option: parts.option,
		properties: describe(
			parts,
			optionsCollection([
				ADDITIONAL_REQUEST_FIELDS,
				...(parts.moreOptions ?? []),
				...sendingFields('change'),
			]),
		),
		execute: async (context) => await runTaskChange(context, change, readBody, preparation),
		taskStatuses: preparation ? undefined : change.allowedIn,
		change,
		fields: parts.fields ?? [],
		readBody,
	};
}
