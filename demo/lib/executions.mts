import { parse } from 'flatted';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchOnce } from './fetchOnce.mts';
import type { N8nApi } from './n8nApi.mts';

/** The JSON of one item. */
export type ItemJson = Record<string, unknown>;

interface RunData {
	resultData: {
		error?: { message: string; description?: string | null };
		runData: Record<
			string,
			{ data?: { main?: ({ json: ItemJson }[] | null)[] }; error?: { message: string } }[]
		>;
	};
}

/** A finished execution. */
export interface Execution {
	id: string;
	status: string;
	/** What n8n says about the end, when it was not a success. */
	message?: string;
	/** The items of each node's first output, in its last run. */
	outputs: Record<string, ItemJson[]>;
}

const RUNNING = ['new', 'running', 'unknown'];

/**
 * @param data execution data as n8n's REST interface gives it: a flatted string
 * @returns the items of each node's first output in its last run, and what n8n says about the end
 */
export function readRunData(data: string): Pick<Execution, 'message' | 'outputs'> {
	const { error, runData } = (parse(data) as RunData).resultData;
	const outputs = Object.entries(runData).map(([node, runs]): [string, ItemJson[]] => [
		node,
		(runs.at(-1)?.data?.main?.[0] ?? []).map(({ json }) => json),
	]);
	const sentences = [error?.message, error?.description].filter((text) => Boolean(text));
	const message = sentences
		.map((text) => (/[.!?]$/.test(text ?? '') ? text : `${text}.`))
		.join(' ');
	return { outputs: Object.fromEntries(outputs), ...(message !== '' && { message }) };
}

/** @returns how an execution of n8n stands or has ended, such as `waiting` */
export const readStatus = async (api: N8nApi, id: string): Promise<string> =>
	(await api.call<{ status: string }>('GET', `/rest/executions/${id}`)).status;

/**
 * Waits until an execution has ended and reads it.
 * @param patience milliseconds
 * @throws Error when it still runs after that time
 */
export async function readExecution(
	api: N8nApi,
	id: string,
	patience = 60_000,
): Promise<Execution> {
	const deadline = Date.now() + patience;
	for (;;) {
		const { status, data } = await api.call<{ status: string; data: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		if (!RUNNING.includes(status)) {
			return { id, status, ...readRunData(data) };
		}
		if (Date.now() >= deadline) {
			throw new Error(`Execution ${id} still runs after ${patience} ms.`);
		}
		await sleep(100);
	}
}

/** @returns the ids of the latest executions of a workflow, newest first. */
export async function latestExecutions(
	api: N8nApi,
	workflowId: string,
	limit = 10,
): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await api.call<{ results: { id: string }[] }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=${limit}`,
	);
	return results.map(({ id }) => id);
}

/**
 * Calls a production webhook; repeats while n8n does not know it yet, which is so for a moment after publishing.
 * @param url of the webhook
 * @param body sent by POST: as JSON, or a form with files as it is
 * @param patience milliseconds until a webhook that n8n does not know is given up
 * @returns status and body of the answer
 */
export async function callWebhook(
	url: string,
	body: unknown,
	patience = 20_000,
): Promise<{ status: number; text: string }> {
	const sent =
		body instanceof FormData
			? { body }
			: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	const deadline = Date.now() + patience;
	for (;;) {
		const response = await fetchOnce(url, {
			method: 'POST',
			...sent,
			signal: AbortSignal.timeout(120_000),
		});
		const text = await response.text();
		const unknown = response.status === 404 && text.includes('not registered');
		if (!unknown || Date.now() >= deadline) {
			return { status: response.status, text };
		}
		await sleep(200);
	}
}
