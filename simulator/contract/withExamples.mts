import { accounts, projects } from '../accounts.mts';
import { lists } from '../lists/index.mts';
import { contract } from './index.mts';
import printed from './reference/drs-v3-examples.json' with { type: 'json' };

type Json = Record<string, unknown>;

/** A request for a token, as IAM's reference prints it. */
const LOGIN = {
	auth: {
		identity: {
			methods: ['password'],
			password: {
				user: {
					name: accounts.operator.userName,
					password: accounts.operator.password,
					domain: { name: accounts.operator.domainName },
				},
			},
		},
		scope: { project: { name: projects[0].name } },
	},
};

const isListed = (operation: string): boolean => Object.hasOwn(lists, operation);

/** An example by operation and kind: the printed one, or for a list what the simulator answers. */
function exampleOf(operation: string, kind: 'request' | 'response'): unknown {
	if (operation === 'createToken' && kind === 'request') return LOGIN;
	const found = printed.find(
		(example) => example.operation === operation && example.kind === kind && example.body !== null,
	);
	if (found) return found.body;
	return kind === 'response' && isListed(operation)
		? lists[operation]({ limit: '1' }, { domainId: accounts.operator.domainId })
		: undefined;
}

function addTo(content: Json | undefined, example: unknown): Json | undefined {
	const json = content?.['application/json'] as Json | undefined;
	return json && example !== undefined
		? { ...content, 'application/json': { ...json, example } }
		: content;
}

function withExample(operation: Json): Json {
	const id = String(operation.operationId);
	const body = operation.requestBody as Json | undefined;
	const responses = Object.entries(operation.responses as Record<string, Json>).map(
		([status, response]) => [
			status,
			{ ...response, content: addTo(response.content as Json, exampleOf(id, 'response')) },
		],
	);
	return {
		...operation,
		...(body
			? { requestBody: { ...body, content: addTo(body.content as Json, exampleOf(id, 'request')) } }
			: {}),
		responses: Object.fromEntries(responses) as Json,
	};
}

/**
 * The contract as the simulator serves it: with printed examples, and with its own address.
 *
 * @param url where the simulator answers
 */
export function withExamples(url: string): Json {
	const paths = Object.entries(contract.paths).map(([path, item]) => [
		path,
		Object.fromEntries(
			Object.entries(item).map(([method, operation]) => [
				method,
				withExample(operation as unknown as Json),
			]),
		),
	]);
	return { ...contract, servers: [{ url }], paths: Object.fromEntries(paths) as Json };
}
