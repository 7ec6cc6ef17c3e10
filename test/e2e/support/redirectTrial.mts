import {
	putCredential,
	sampleCredentials,
	type CredentialBody,
} from '../../../demo/lib/credentials.mts';
import { callWebhook } from '../../../demo/lib/executions.mts';
import { fetchOnce } from '../../../demo/lib/fetchOnce.mts';
import type { Demo } from '../../../demo/lib/startDemo.mts';
import { publishWorkflow, putWorkflow, type WorkflowFile } from '../../../demo/lib/workflows.mts';
import { accounts } from '../../../simulator/accounts.mts';
import { PLACES, STATUSES, type Place, type RedirectTrial } from './redirectingHost.mts';

const METHODS = ['GET', 'POST'];

interface Options {
	parameters: Record<string, unknown>;
	/** What the node is asked for. */
	wish: string;
}

/** @returns the versions of the HTTP Request node that take a predefined credential; the first one does not */
async function httpRequestVersions(demo: Demo): Promise<number[]> {
	const response = await fetchOnce(`${demo.n8nUrl}/types/nodes.json`, {
		headers: { cookie: demo.api.cookie },
	});
	const types = (await response.json()) as Array<{ name: string; version: number | number[] }>;
	return types
		.filter(({ name }) => name === 'n8n-nodes-base.httpRequest')
		.flatMap(({ version }) => version)
		.filter((version) => version >= 2)
		.sort((a, b) => a - b);
}

const optionsOf = (version: number, proxy: string): Options[] => [
	{ wish: 'nothing', parameters: {} },
	{
		wish: 'redirects',
		parameters:
			version < 3
				? { followRedirect: true, followAllRedirects: true }
				: { redirect: { redirect: { followRedirects: true, maxRedirects: 21 } } },
	},
	{ wish: 'a proxy', parameters: { proxy } },
];

/** @returns one node of the workflow; it goes on when its request fails */
function httpRequest(
	version: number,
	method: string,
	url: string,
	{ wish, parameters }: Options,
	credential?: { id: string; name: string },
) {
	return {
		id: `${version} ${method} ${url} ${wish}`,
		name: `${version} ${method} ${url.slice(22)} ${wish}`,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: version,
		position: [0, 0],
		onError: 'continueRegularOutput',
		parameters: {
			[version < 3 ? 'requestMethod' : 'method']: method,
			url,
			...(credential
				? { authentication: 'predefinedCredentialType', nodeCredentialType: 'otcApi' }
				: {}),
			options: parameters,
		},
		...(credential ? { credentials: { otcApi: credential } } : {}),
	};
}

/** A long execution lets the connection to n8n end, which only the next call notices. */
const afresh = async <T,>(work: () => Promise<T>): Promise<T> => await work().catch(work);

/** Runs nodes one after the other in an execution of n8n, and waits until it is over. */
async function runInRow(
	demo: Demo,
	path: string,
	nodes: Array<ReturnType<typeof httpRequest>>,
): Promise<void> {
	const webhook = {
		id: 'webhook',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0],
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
	};
	const row = [webhook, ...nodes];
	const connections = Object.fromEntries(
		row
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: row[index + 1].name, type: 'main', index: 0 }]] },
			]),
	);
	const workflow = { name: path, nodes: row, connections, settings: {} } as WorkflowFile;
	await afresh(async () => await publishWorkflow(demo.api, await putWorkflow(demo.api, workflow)));
	const { status } = await callWebhook(`${demo.n8nUrl}/webhook/${path}`, {});
	if (status !== 200) throw new Error(`The workflow ${path} ended with HTTP ${status}`);
}

const credentialOf = async (
	demo: Demo,
	name: string,
	changes: CredentialBody['data'],
): Promise<{ id: string; name: string }> => {
	const [{ type, data }] = sampleCredentials(demo.simulator.url, accounts.operator);
	const { id } = await putCredential(demo.api, { name, type, data: { ...data, ...changes } });
	return { id, name };
};

/**
 * Sends requests with a credential through n8n's HTTP Request node: all its versions, methods, statuses and places, with
 * options as they are by default, with those that ask for redirects, and with a proxy.
 *
 * @returns how many requests went to the own host
 */
export async function sendFromHttpRequestNodes(
	demo: Demo,
	trial: RedirectTrial,
	changes: CredentialBody['data'] = {},
): Promise<{ nodes: number; requests: number }> {
	const way = String(changes.authentication ?? 'password');
	const credential = await credentialOf(demo, `Redirects ${way}`, {
		serviceEndpoint: trial.url,
		...changes,
	});
	const nodes = (await httpRequestVersions(demo)).flatMap((version) =>
		METHODS.flatMap((method) =>
			optionsOf(version, trial.proxy).flatMap((options) =>
				STATUSES.flatMap((status) =>
					(Object.keys(PLACES) as Place[]).map((place) =>
						httpRequest(version, method, `${trial.url}/${status}/${place}/v3`, options, credential),
					),
				),
			),
		),
	);
	const before = trial.requests.length;
	await runInRow(demo, `redirects-${way}`, nodes);
	return { nodes: nodes.length, requests: trial.requests.length - before };
}

/** Sends one request without a credential, which n8n lets follow the redirect. */
export async function sendWithoutCredential(demo: Demo, trial: RedirectTrial): Promise<void> {
	const [options] = optionsOf(4.2, trial.proxy);
	await runInRow(demo, 'redirects-free', [
		httpRequest(4.2, 'GET', `${trial.url}/307/port/v3`, options),
	]);
}

/** Presses *Test* of a credential, as the editor does. */
export async function testCredential(
	demo: Demo,
	changes: CredentialBody['data'],
): Promise<{ status: string; message: string }> {
	const [{ type, data }] = sampleCredentials(demo.simulator.url, accounts.operator);
	const body = { name: `Test ${JSON.stringify(changes)}`, type, data: { ...data, ...changes } };
	const { id, name } = await putCredential(demo.api, body);
	return await demo.api.call('POST', '/rest/credentials/test', {
		credentials: { id, name, type, data: body.data },
	});
}
