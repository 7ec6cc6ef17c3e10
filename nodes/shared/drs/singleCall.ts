import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { ApiClient } from '../client/client';
import { failed, success, type Failure, type Outcome } from '../failures/failure';
import type { StatusRule } from './explainStatus';
import { readRefusal } from './readAnswers';
import { isRefusal } from './verdict';

/** A call that the service takes one task at a time. */
export interface SingleCall {
	method: IHttpRequestMethods;
	/** Whether sending it twice does what sending it once does. */
	idempotent: boolean;
	/** How to find out whether it was carried out, as a sentence; for a call that changes something. */
	howToCheck?: string;
	/** In which statuses the service allows it; without one it is possible in any. */
	rule?: StatusRule;
	/** Path below `/v3/{project_id}/jobs`, for a task. */
	path(id: string): string;
	/** Where an answer tells of the failure of its task; by default the answer itself does. */
	findRefusal?(answer: IDataObject): IDataObject | undefined;
}

const refusalOf = (answer: IDataObject): IDataObject | undefined =>
	isRefusal(answer) ? answer : undefined;

/** @returns the failure of a call whose answer got lost: it may have been carried out nevertheless. */
const perhapsExecuted = (failure: Failure, { howToCheck }: SingleCall): Failure => ({
	...failure,
	message: `${failure.message}. The call may have been carried out`,
	description: [howToCheck, failure.description].filter(Boolean).join(' '),
});

const notRepeated = (id: string, { howToCheck }: SingleCall, sentAt: number): Failure => ({
	message: `Task ${id}: an earlier attempt got no response. It may have been carried out, so it is not sent again`,
	description: howToCheck,
	jobId: id,
	sentAt,
});

/**
 * Sends a call for one task.
 *
 * @param client the client of the run
 * @param call what is sent
 * @param task its ID; what the request says; and when an earlier try sent the same, if nobody knows whether it was carried out
 * @returns the answer, or why there is none
 */
export async function sendSingle(
	client: ApiClient,
	call: SingleCall,
	{ id, body, sentAt }: { id: string; body?: IDataObject; sentAt?: number },
): Promise<Outcome<IDataObject>> {
	if (sentAt !== undefined && !call.idempotent) return failed(notRepeated(id, call, sentAt));
	const began = client.now();
	const result = await client.call({
		service: 'drs',
		method: call.method,
		path: `/v3/{project_id}/jobs/${call.path(encodeURIComponent(id))}`,
		body,
		idempotent: call.idempotent,
		purpose: `Task ${id}`,
	});
	if (!result.ok) {
		const failure = { ...result.failure, jobId: id };
		const isLost = result.executed === 'unknown' && call.howToCheck !== undefined;
		return failed(isLost ? { ...perhapsExecuted(failure, call), sentAt: began } : failure);
	}
	const { response } = result;
	const refusal = (call.findRefusal ?? refusalOf)(response.body);
	return refusal ? failed(readRefusal(refusal, response, { jobId: id })) : success(response.body);
}
