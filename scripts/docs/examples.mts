import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../../test/support/fakeContext.mts';

/** Parameters as a user fills them in, and what came out. */
export interface Example {
	parameters: INodeParameters;
	output: unknown;
}

interface Step {
	operation: string;
	parameters?: INodeParameters;
	/** Simulated minutes that pass before it. */
	after?: number;
}

const START = Date.parse('2026-11-02T08:00:00Z');
const MINUTE = 60_000;
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const LOGINS: INodeParameters = {
	sourceDatabase: {
		authentication: 'defineBelow',
		user: 'drs_reader',
		password: '={{ $json.password }}',
		ip: '10.0.0.5',
		dbPort: 3306,
		sslLink: false,
	},
};

/** One life of a task, in the order in which its steps are possible. */
const LIFE: Step[] = [
	{
		operation: 'task.createMigration',
		parameters: {
			name: 'shop-db',
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
			targetInstance: byId('e05a3679efe241d8b5dee80b17c1a863in01'),
		},
	},
	{ operation: 'task.getStatus', after: 2 },
	{ operation: 'connection.test', parameters: LOGINS },
	{
		operation: 'connection.test',
		parameters: {
			endPointType: 'ta',
			targetDatabase: {
				authentication: 'defineBelow',
				user: 'drs_writer',
				password: '={{ $json.password }}',
				ip: '10.0.1.5',
				dbPort: 3306,
				sslLink: false,
			},
		},
	},
	{
		operation: 'connection.testCluster',
		parameters: { ...LOGINS, dbType: 'mongodb', dbName: 'admin', endPointType: 'ls' },
	},
	{
		operation: 'task.update',
		parameters: {
			...LOGINS,
			storeDbInfo: true,
			updateFields: {
				engineType: 'mysql',
				netType: 'eip',
				nodeType: 'high',
				replaceDefiner: true,
			},
		},
	},
	{
		operation: 'configuration.selectObjects',
		parameters: { objects: { object: [{ type: 'table', database: 'shop', name: 'orders' }] } },
	},
	{
		operation: 'configuration.setSyncPolicy',
		parameters: { policy: { conflictPolicy: 'overwrite', ddlTrans: true } },
	},
	{
		operation: 'configuration.setDataProcessing',
		parameters: {
			filter: 'amount > 1000',
			tables: { table: [{ database: 'shop', name: 'orders', level: 0 }] },
		},
	},
	{
		operation: 'configuration.setFlowControl',
		parameters: { ranges: { range: [{ from: 8, to: 17, speed: 10 }] } },
	},
	{ operation: 'configuration.setDefiner' },
	{ operation: 'configuration.getParameters', parameters: { onlyDifferences: true } },
	{
		operation: 'configuration.updateParameters',
		parameters: { parameters: { parameter: [{ key: 'max_connections', targetValue: '500' }] } },
	},
	{ operation: 'precheck.run' },
	{ operation: 'precheck.getResult', after: 2 },
	{ operation: 'task.start' },
	{ operation: 'task.getProgress', after: 2 },
	{ operation: 'task.get', after: 20 },
	{ operation: 'connection.changePassword', parameters: { newPassword: '={{ $json.password }}' } },
	{ operation: 'task.getMany', parameters: { dbUseType: 'migration' } },
	{
		operation: 'task.getMetrics',
		parameters: {
			timeRange: 0,
			from: '2026-11-02T08:10:00Z',
			to: '2026-11-02T08:20:00Z',
		},
	},
	{ operation: 'task.pause' },
	{ operation: 'task.resume' },
	{ operation: 'task.stop' },
	{ operation: 'task.delete', after: 5 },
];

/** A disaster recovery task, for the comparison. */
const RECOVERY: Step[] = [
	{
		operation: 'task.createDisasterRecovery',
		parameters: {
			name: 'shop-dr',
			engineType: 'cloudDataGuard-mysql',
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
			targetInstance: byId('e05a3679efe241d8b5dee80b17c1a863in01'),
		},
	},
	{ operation: 'precheck.run', after: 2 },
	{ operation: 'task.start', after: 2 },
	{
		operation: 'comparison.create',
		after: 30,
		parameters: {
			compareData: 'lines',
			tables: { table: [{ database: 'shop', table: 'orders' }] },
		},
	},
	{ operation: 'comparison.getResult', after: 2 },
];

/** Self-built databases that are synchronized, for the switch of their address. */
const SELF_BUILT: Step[] = [
	{
		operation: 'task.createSync',
		parameters: {
			name: 'shop-vip',
			additionalFields: { jobDirection: 'non-dbs' },
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
		},
	},
	{ operation: 'precheck.run', after: 2 },
	{ operation: 'task.start', after: 2 },
	{ operation: 'switchover.switchVip', after: 30 },
	{ operation: 'switchover.getVipStatus', after: 2 },
];

const SYNCHRONIZATION: Step[] = [
	{
		operation: 'task.createSync',
		parameters: {
			name: 'shop-sync',
			engineType: 'mysql-to-taurus',
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
			targetInstance: byId('5b1c7d4e9f2a43c8a1d0e6f7b8c9d0e1in07'),
		},
	},
];

/** Lists that need no task. */
const LISTS: Step[] = [
	{ operation: 'dbInstance.getMany', parameters: { engine: 'mysql' } },
	{ operation: 'subnet.getMany' },
];

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
		for (const life of [LIFE, RECOVERY, SYNCHRONIZATION, SELF_BUILT, LISTS]) {
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
