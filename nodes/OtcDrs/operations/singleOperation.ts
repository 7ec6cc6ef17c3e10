import type {
	IDataObject,
	IHttpRequestMethods,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { mapConcurrently } from '../../shared/batch/concurrency';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { serviceFailure } from '../../shared/failures/serviceError';
import { showFor } from '../../shared/n8n/fields';
import { optionsCollection, singleSendingFields } from '../../shared/n8n/options';
import type { OutputItem } from '../../shared/n8n/results';
import type { ParameterReader } from '../../shared/n8n/ParameterReader';
import { readText } from '../../shared/values/read';
import type { ApiClient } from '../../shared/client/client';
import type { Operation } from './operation';
import type { OperationRun } from './operationRun';
import { ADDITIONAL_REQUEST_FIELDS, withAdditionalFields } from '../fields/additionalFields';
import { explainStatuses, type StatusRule } from '../../shared/drs/explainStatus';
import { runPerItem } from './perItem';
import { MAX_CHANGED_TASKS, readTaskIds, TASK_FIELD } from '../../shared/fields/task';

/** Turns an answer into the output of a task. */
type Present = (answer: IDataObject, id: string) => IDataObject;

/** An operation that the service takes one task at a time. */
export interface SingleCall {
	method: IHttpRequestMethods;
	/** Whether sending it twice does what sending it once does. */
	idempotent: boolean;
	/** In which statuses the service allows it; without one it is possible in any. */
	rule?: StatusRule;
	/** Path below `/v3/{project_id}/jobs`, for a task. */
	path(id: string): string;
	/** The body for a task, or the field that stands against it. */
	readBody?(reader: ParameterReader, item: number, id: string): Outcome<IDataObject>;
	/** Where an answer tells of the failure of its task; by default the answer itself does. */
	findRefusal?(answer: IDataObject): IDataObject | undefined;
	/** Reads how the answers for one item are shown; by default as they are. */
	readPresent?(reader: ParameterReader, item: number): Present;
}

const refusalOf = (answer: IDataObject): IDataObject | undefined =>
	answer.status === 'failed' || answer.success === false || Boolean(answer.error_code)
		? answer
		: undefined;

/** A call for one task that an item asks for. */
interface Asked {
	id: string;
	body?: IDataObject;
	present: Present;
}

function readAsked(
	reader: ParameterReader,
	item: number,
	{ readBody, readPresent }: SingleCall,
): Outcome<Asked[]> {
	const ids = readTaskIds(reader, item, MAX_CHANGED_TASKS);
	if (!ids.ok) return ids;
	const present = readPresent?.(reader, item) ?? ((answer) => answer);
	const asked: Asked[] = [];
	for (const id of ids.value) {
		const own = readBody?.(reader, item, id);
		const body = own?.ok ? withAdditionalFields(reader, item, own.value) : own;
		if (body?.ok === false) return body;
		asked.push({ id, body: body?.value, present });
	}
	return success(asked);
}

/**
 * Sends a call for one task.
 *
 * @returns the answer, or why there is none
 */
export async function sendSingle(
	client: ApiClient,
	call: SingleCall,
	id: string,
	body?: IDataObject,
): Promise<Outcome<IDataObject>> {
	const result = await client.call({
		service: 'drs',
		method: call.method,
		path: `/v3/{project_id}/jobs/${call.path(encodeURIComponent(id))}`,
		body,
		idempotent: call.idempotent,
		purpose: `Task ${id}`,
	});
	if (!result.ok) return failed({ ...result.failure, jobId: id });
	const { body: answer, status, headers } = result.response;
	const refusal = (call.findRefusal ?? refusalOf)(answer);
	if (!refusal) return success(answer);
	const service = {
		code: readText(refusal.error_code),
		message: readText(refusal.error_msg, refusal.error_message),
	};
	const requestId = headers['x-request-id'];
	return failed(
		serviceFailure(service, { subject: `Task ${id}`, httpStatus: status, requestId, jobId: id }),
	);
}

/** An operation on single tasks, with its call for those that put a whole migration together. */
export interface SingleOperation extends Operation {
	call: SingleCall;
}

/**
 * Makes an operation that calls the service once a task, several at the same time.
 *
 * @param parts resource, entry in the list of operations, and fields of its own
 * @param call what is sent
 */
export function singleOperation(
	parts: { resource: string; option: INodePropertyOptions; fields?: INodeProperties[] },
	call: SingleCall,
): SingleOperation {
	async function execute(run: OperationRun) {
		return await runPerItem(run, {
			kind: 'change',
			read: (item) => readAsked(run.reader, item, call),
			async send(asked, client, options) {
				const outcomes = await mapConcurrently(
					asked,
					options.concurrency,
					async ({ id, body, present }): Promise<Outcome<OutputItem[]>> => {
						const answer = await sendSingle(client, call, id, body);
						return answer.ok ? success([{ json: present(answer.value, id) }]) : answer;
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
		...(call.readBody ? [ADDITIONAL_REQUEST_FIELDS] : []),
		...singleSendingFields(),
	]);
	return {
		option: parts.option,
		properties: showFor(scope, [TASK_FIELD, ...(parts.fields ?? []), options]),
		execute,
		taskStatuses: call.rule?.allowedIn,
		call,
	};
}
