import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { failed, success, type Outcome } from '../../../shared/errors/failure';
import { serviceFailure } from '../../../shared/errors/serviceError';
import { showFor } from '../../../shared/items/fields';
import {
	optionsCollection,
	readSendingOptions,
	singleSendingFields,
	type SendingOptions,
} from '../../../shared/items/options';
import { ParameterReader } from '../../../shared/items/ParameterReader';
import { toOutput } from '../../../shared/items/results';
import { createApiClient, type ApiClient } from '../../../shared/transport/client';
import { readCredential } from '../../../shared/transport/send';
import type { Operation } from '../../operation';
import { ADDITIONAL_REQUEST_FIELDS, withAdditionalFields } from './additionalFields';
import { explainStatuses, type StatusRule } from './explainStatus';
import { readTaskIds, TASK_FIELD } from './taskIds';

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
	/** Turns an answer into the output; by default it is handed on as it is. */
	present?(answer: IDataObject, id: string, item: number, reader: ParameterReader): IDataObject;
}

const refusalOf = (answer: IDataObject): IDataObject | undefined =>
	answer.status === 'failed' || answer.success === false || Boolean(answer.error_code)
		? answer
		: undefined;

interface Wish {
	item: number;
	call: Outcome<{ id: string; body?: IDataObject }>;
}

function readWishes(reader: ParameterReader, count: number, { readBody }: SingleCall): Wish[] {
	return Array.from({ length: count }, (_, item) => item).flatMap((item): Wish[] => {
		const ids = readTaskIds(reader, item);
		if (!ids.ok) return [{ item, call: ids }];
		return ids.value.map((id): Wish => {
			if (!readBody) return { item, call: success({ id }) };
			const own = readBody(reader, item, id);
			const body = own.ok ? withAdditionalFields(reader, item, own.value) : own;
			return { item, call: body.ok ? success({ id, body: body.value }) : body };
		});
	});
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
		code: refusal.error_code as string | undefined,
		message: (refusal.error_msg ?? refusal.error_message) as string | undefined,
	};
	const requestId = headers['x-request-id'];
	return failed(
		serviceFailure(service, { subject: `Task ${id}`, httpStatus: status, requestId, jobId: id }),
	);
}

/** Replaces the failures of tasks in the wrong status by explained ones. */
async function explain(
	client: ApiClient,
	rule: StatusRule,
	outcomes: Array<Outcome<IDataObject[]>>,
	options: SendingOptions,
): Promise<void> {
	const failures = new Map(
		outcomes.flatMap((outcome) =>
			!outcome.ok && outcome.failure.jobId !== undefined
				? [[outcome.failure.jobId, outcome.failure] as const]
				: [],
		),
	);
	const explained = await explainStatuses(client, rule, failures, options);
	for (const [index, outcome] of outcomes.entries()) {
		const better = outcome.ok ? undefined : explained.get(outcome.failure.jobId ?? '');
		if (better) outcomes[index] = failed(better);
	}
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
	async function execute(context: IExecuteFunctions) {
		const reader = new ParameterReader(context);
		const wishes = readWishes(reader, context.getInputData().length, call);
		const items = wishes.map(({ item }) => item);
		if (!context.continueOnFail() && wishes.some((wish) => !wish.call.ok)) {
			const outcomes = wishes.map((wish) => (wish.call.ok ? success([]) : wish.call));
			return toOutput(context, outcomes, items);
		}
		const options = readSendingOptions(reader.get('options', 0, {}), 'change');
		const client = createApiClient(context, await readCredential(context), options.retry);
		const outcomes = await mapConcurrently(
			wishes,
			options.concurrency,
			async ({ item, call: wish }): Promise<Outcome<IDataObject[]>> => {
				if (!wish.ok) return wish;
				const { id, body } = wish.value;
				const answer = await sendSingle(client, call, id, body);
				if (!answer.ok) return answer;
				return success([call.present?.(answer.value, id, item, reader) ?? answer.value]);
			},
		);
		if (call.rule) await explain(client, call.rule, outcomes, options);
		return toOutput(context, outcomes, items);
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
