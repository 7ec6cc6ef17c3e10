import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { mapConcurrently } from '../../shared/batch/concurrency';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { showFor } from '../../shared/n8n/fields';
import { optionsCollection, singleSendingFields } from '../../shared/n8n/options';
import type { OutputItem } from '../../shared/n8n/results';
import type { Fields } from '../../shared/n8n/parameters/fields';
import type { Operation } from './operation';
import type { OperationRun } from './operationRun';
import { ADDITIONAL_REQUEST_FIELDS, withAdditionalFields } from '../fields/additionalFields';
import { explainStatuses } from '../../shared/drs/explainStatus';
import { sendSingle, type SingleCall } from '../../shared/drs/singleCall';
import { gathered, runPerItem, type ItemWork } from './perItem';
import { MAX_CHANGED_TASKS, taskIdsOf, TASK_FIELD } from '../../shared/fields/task';

/** Turns an answer into the output of a task. */
type Present = (answer: IDataObject, id: string) => IDataObject;

/** A call for one task at a time, with how an item fills it in and shows what it gave. */
export interface SingleOperationCall extends SingleCall {
	/** The body for a task, or the field that is wrong. */
	readBody?(fields: Fields, id: string, now: number): Outcome<IDataObject>;
	/** Reads how the answers for one item are shown; by default as they are. */
	readPresent?(fields: Fields): Present;
}

/** A call for one task that an item asks for. */
interface Asked {
	id: string;
	body?: IDataObject;
	present: Present;
	sentAt?: number;
}

const SAME_TASK: ItemWork<Asked>['changes'] = {
	keyOf: ({ id }) => id,
	sentBefore: (asked, sentAt) => ({ ...asked, sentAt }),
};

function readAsked(
	fields: Fields,
	{ readBody, readPresent }: SingleOperationCall,
	now: number,
): Outcome<Asked[]> {
	const ids = taskIdsOf(fields, MAX_CHANGED_TASKS);
	if (!ids.ok) return ids;
	const present = readPresent?.(fields) ?? ((answer) => answer);
	const asked: Asked[] = [];
	for (const id of ids.value) {
		const own = readBody?.(fields, id, now);
		if (own?.ok === false) return own;
		asked.push({ id, body: own && withAdditionalFields(fields, own.value), present });
	}
	return success(asked);
}

/**
 * Makes an operation that calls the service once per task, several at the same time.
 *
 * @param parts resource, entry in the list of operations, and fields of its own
 * @param call what is sent
 */
export function singleOperation(
	parts: { resource: string; option: INodePropertyOptions; fields?: INodeProperties[] },
	call: SingleOperationCall,
): Operation {
	const isQuery = call.howToCheck === undefined;

	async function execute(run: OperationRun) {
		const now = run.now();
		return await runPerItem<Asked>(run, {
			kind: isQuery ? 'singleQuery' : 'single',
			changes: call.method === 'GET' ? undefined : SAME_TASK,
			read: (item) => gathered(run.parameters, item, (fields) => readAsked(fields, call, now)),
			async send(asked, client, options) {
				const outcomes = await mapConcurrently(
					asked,
					options.concurrency,
					async ({ present, ...task }): Promise<Outcome<OutputItem[]>> => {
						const answer = await sendSingle(client, call, task);
						return answer.ok ? success([{ json: present(answer.value, task.id) }]) : answer;
					},
				);
				if (!call.rule) return outcomes;
				const explain = await explainStatuses(client, call.rule, outcomes, options);
				return outcomes.map((outcome) => (outcome.ok ? outcome : failed(explain(outcome.failure))));
			},
		});
	}
	const scope = { resource: parts.resource, operations: [String(parts.option.value)] };
	const options = optionsCollection([
		...singleSendingFields(isQuery ? 'query' : 'change'),
		...(call.readBody ? [ADDITIONAL_REQUEST_FIELDS] : []),
	]);
	return {
		option: parts.option,
		properties: showFor(scope, [TASK_FIELD, ...(parts.fields ?? []), options]),
		execute,
		taskStatuses: call.rule?.allowedIn,
	};
}
