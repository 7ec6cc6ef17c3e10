import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../../test/support/fakeContext.mts';
import { LIVES } from './lives.mts';
import { byId } from '../../test/support/locators.mts';

/** Parameters as a user fills them in, and what came out. */
export interface Example {
	parameters: INodeParameters;
	output: unknown;
}

const START = Date.parse('2026-11-02T08:00:00Z');

const MINUTE = 60_000;

async function login(simulator: Simulator): Promise<string> {
	const { operator } = accounts;
	const response = await fetch(`${simulator.url}/v3/auth/tokens`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			auth: {
				identity: {
					methods: ['password'],
					password: {
						user: {
							name: operator.userName,
							password: operator.password,
							domain: { name: operator.domainName },
						},
					},
				},
				scope: { project: { name: 'eu-de' } },
			},
		}),
	});
	const { token } = (await response.json()) as { token: { project: { id: string } } };
	return JSON.stringify([response.headers.get('x-subject-token'), token.project.id]);
}

const toSimulator =
	(simulator: Simulator, session: string) =>
	async ({ method, url, body }: SentRequest): Promise<FakeAnswer> => {
		const [token, projectId] = JSON.parse(session) as [string, string];
		const target = url.replace('otc://', `${simulator.url}/`).replace('{project_id}', projectId);
		const response = await fetch(target, {
			method,
			headers: { 'content-type': 'application/json', 'x-auth-token': token },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		return {
			statusCode: response.status,
			body: (await response.json()) as unknown,
			headers: { 'x-request-id': response.headers.get('x-request-id') ?? '' },
		};
	};

/** What differs from run to run. */
const steady = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value).replace(/"request_id":"[^"]*"/g, '"request_id":"…"'));

/** Long lists are cut to their first entries, with a note. */
function shorten(value: unknown): unknown {
	if (Array.isArray(value)) {
		const shown = value.slice(0, 2).map(shorten);
		return value.length > 2 ? [...shown, `… ${value.length - 2} more`] : shown;
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner)]));
}

/**
 * Runs one example of each operation against the simulator, with fixed time and chance.
 *
 * @returns the examples by `resource.operation`
 * @throws Error for an example that fails
 */
export async function runExamples(): Promise<Map<string, Example>> {
	let now = START;
	const clock = { now: () => now };
	const simulator = await startSimulator({ clock, seed: 1 });
	const realNow = Date.now;
	const examples = new Map<string, Example>();
	try {
		const session = await login(simulator);
		Date.now = clock.now;
		for (const life of LIVES) {
			let id = '';
			for (const { operation: name, parameters = {}, after = 0 } of life) {
				now += after * MINUTE;
				const [resource, operation] = name.split('.');
				const isCreation = id === '' && resource === 'task';
				const own: INodeParameters = {
					resource,
					operation,
					...(isCreation || operation === 'getMany' ? {} : { jobId: byId(id) }),
					...parameters,
				};
				const fake = fakeContext({
					parameters: own,
					items: [{ password: 'made-up' }],
					answer: toSimulator(simulator, session),
				});
				const output = await findOperation(resource, operation)!.execute(await startRun(fake.context, FORM));
				const jsons = output.map(({ json }) => json);
				if (isCreation) id = String(jsons[0].id);
				if (!examples.has(name)) {
					examples.set(name, { parameters: own, output: shorten(steady(jsons)) as IDataObject });
				}
			}
		}
	} finally {
		Date.now = realNow;
		await simulator.close();
	}
	return examples;
}
