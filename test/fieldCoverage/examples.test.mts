import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { locator } from '../../contract/fields/landing.mts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { validateRequest } from '../../simulator/contract/validate.mts';
import printed from '../fixtures/reference/drs-v3-examples.json' with { type: 'json' };
import { fakeContext } from '../support/fakeContext.mts';

const example = (operationId: string, kind: 'request' | 'response'): IDataObject =>
	printed.find((entry) => entry.operation === operationId && entry.kind === kind)!
		.body as unknown as IDataObject;

interface Case {
	resource: string;
	operation: string;
	operationId: string;
	parameters: INodeParameters;
	/** One item an entry, for what differs between the tasks of a call. */
	items?: IDataObject[];
}

const SHARED_ID = '140b5236-88ad-43c8-811c-1268453jb101';

/** How a user makes the printed requests. The creations are in createRequest.test.mts. */
const REQUESTS: Case[] = [
	{
		resource: 'connection',
		operation: 'changePassword',
		operationId: 'changePasswords',
		parameters: {
			jobId: locator('25df459d-a37c-41b9-bc2b-8c00ba32jb52'),
			newPassword: '********',
			endPointType: '={{ $json.side }}',
		},
		items: [{ side: 'so' }, { side: 'ta' }],
	},
	{
		resource: 'task',
		operation: 'update',
		operationId: 'modifyTasks',
		parameters: { jobId: locator(SHARED_ID), updateFields: { name: 'testName' } },
	},
	{
		resource: 'configuration',
		operation: 'getParameters',
		operationId: 'getParameters',
		parameters: { jobId: locator(SHARED_ID) },
	},
	{
		resource: 'task',
		operation: 'pause',
		operationId: 'pauseTasks',
		parameters: { jobId: locator('8d0e8e36-a618-490d-8a46-8c61ac9jb502') },
	},
	{
		resource: 'precheck',
		operation: 'run',
		operationId: 'precheck',
		parameters: { jobId: locator(SHARED_ID) },
	},
	{
		resource: 'precheck',
		operation: 'getResult',
		operationId: 'getPrecheckResults',
		parameters: { jobId: locator('a281f62f-4631-45d6-a2d3-679a9f4jb105') },
	},
	{
		resource: 'task',
		operation: 'get',
		operationId: 'getTaskDetails',
		parameters: {
			jobId: locator('24834eb6-be30-464e-a299-f7aa730jb101, 140b5236-88ad-43c8-811c-1268453jb101'),
			options: { batchSize: 10 },
		},
	},
	{
		resource: 'task',
		operation: 'getProgress',
		operationId: 'getTaskProgress',
		parameters: { jobId: locator('8d0e8e36-a618-490d-8a46-8c61ac9jb502') },
	},
	{
		resource: 'task',
		operation: 'getStatus',
		operationId: 'getTaskStatuses',
		parameters: {
			jobId: locator('9a470239-2308-4bb5-a6bc-1040402fjb21,dc67695a-ee3e-49b8-a022-a099bd81jb21'),
			options: { batchSize: 10 },
		},
	},
	{
		resource: 'task',
		operation: 'getMany',
		operationId: 'listTasks',
		parameters: { dbUseType: 'migration', returnAll: false, limit: 5 },
	},
	{
		resource: 'task',
		operation: 'resume',
		operationId: 'retryTasks',
		parameters: { jobId: locator(SHARED_ID) },
	},
	{
		resource: 'configuration',
		operation: 'selectObjects',
		operationId: 'selectObjects',
		parameters: {
			jobId: locator('57fd2692-0ebe-4714-9b59-fe7aa65djb15'),
			objects: {
				object: [
					{ type: 'table', database: 'fastunit', name: 'coll' },
					{ type: 'table', database: 'ycy1', name: 'coll' },
					{ type: 'table', database: 'ycy1', name: 'collcount' },
				],
			},
		},
	},
	{
		resource: 'configuration',
		operation: 'setDefiner',
		operationId: 'setDefiners',
		parameters: { jobId: locator('7c685701-bfb5-4bb9-89f1-d0567f5jb502') },
	},
	{
		resource: 'task',
		operation: 'start',
		operationId: 'startTasks',
		parameters: { jobId: locator(SHARED_ID) },
	},
	{
		resource: 'task',
		operation: 'stop',
		operationId: 'stopOrDeleteTasks',
		parameters: {
			jobId: locator('4c6ac8c0-2f51-426a-97b2-cb2c668jb201,6211d20d-0006-41da-836e-db3301ajb20b'),
		},
	},
	{
		resource: 'connection',
		operation: 'test',
		operationId: 'testConnections',
		parameters: {
			jobId: locator(SHARED_ID),
			endPointType: 'ta',
			dbType: 'mongodb',
			targetDatabase: {
				authentication: 'defineBelow',
				user: 'root',
				password: '********',
				ip: '192.168.4.66:8635,192.168.4.83:8635',
				instId: locator('3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02'),
				projectId: '0549a6a31000d4e82fd1c00c3d6f2d76',
				region: 'eu-de',
			},
		},
	},
	{
		resource: 'switchover',
		operation: 'switchVip',
		operationId: 'switchVip',
		parameters: { jobId: locator(SHARED_ID), mode: 'source' },
	},
	{
		resource: 'configuration',
		operation: 'setDataProcessing',
		operationId: 'setDataProcessing',
		parameters: {
			jobId: locator('e894593d-5e0a-4652-af7e-1b0c239jb201'),
			rule: 'configConditionalFilter',
			config_database: 'lxl_test1',
			config_table: 'test_1',
			config_columns: 'id,name',
			config_primaryKey: 'id',
			config_indexes: 'name',
			config_condition: "name like '%a%'",
		},
	},
];

/** What the documents print but the node sends otherwise, with the same meaning. */
const ALIKE: Record<string, (body: IDataObject) => IDataObject> = {
	/** The table says that `refresh` is a text. */
	getParameters: (body) => ({ ...body, refresh: String(body.refresh) }),
	/** Empty filters are left out, pages are as long as possible, and every engine is asked for by name. */
	listTasks: ({ db_use_type: useType, cur_page: page }) => ({
		db_use_type: useType,
		cur_page: page,
		per_page: 100,
		engine_type: 'mysql',
	}),
};

async function execute({ resource, operation, parameters, items }: Case, answer: IDataObject = {}) {
	const options = { ...(parameters.options as IDataObject | undefined), maxAttempts: 1 };
	const fake = fakeContext({
		parameters: { resource, operation, ...parameters, options },
		items,
		continueOnFail: true,
		answer: () => ({ statusCode: 200, body: answer }),
	});
	return {
		output: await findOperation(resource, operation)!.execute(await startRun(fake.context, FORM)),
		sent: fake.sent,
	};
}

describe('the printed requests', () => {
	it('are all here', () => {
		const known = [...REQUESTS.map(({ operationId }) => operationId), 'createTasks'];
		/** The printed "request" of this query without a body is its answer. */
		const all = printed
			.filter(({ kind, operation }) => kind === 'request' && operation !== 'getSwitchVipStatus')
			.map(({ operation }) => operation);
		expect([...new Set(all)].sort()).toEqual(known.sort());
	});

	it.each(REQUESTS.map((one) => [one.operationId, one] as const))(
		'%s is made from fields, in one call, as the contract allows it',
		async (operationId, one) => {
			const { sent } = await execute(one);
			const body = sent[0].body as IDataObject;
			expect(body).toEqual(
				(ALIKE[operationId] ?? ((plain) => plain))(example(operationId, 'request')),
			);
			expect(validateRequest(operationId, { query: {}, body })).toEqual([]);
		},
	);
});

const ids = (...values: string[]): INodeParameters => ({ jobId: locator(values.join(',')) });
const list = (operationId: string): IDataObject[] => {
	const body = example(operationId, 'response');
	return (body.results ?? body.jobs ?? body.params_list) as IDataObject[];
};
const idsOf = (operationId: string): string[] => [
	...new Set(
		list(operationId).map(({ id, job_id: jobId, precheck_id: checkId }) =>
			String(checkId ?? jobId ?? id),
		),
	),
];

const RESPONSES: Array<[string, string, string, INodeParameters?]> = [
	[
		'changePasswords',
		'connection',
		'changePassword',
		{ newPassword: 'x', endPointType: '={{ $json.side }}' },
	],
	['modifyTasks', 'task', 'update', { updateFields: { name: 'shop-db' } }],
	['pauseTasks', 'task', 'pause'],
	['retryTasks', 'task', 'resume'],
	['startTasks', 'task', 'start'],
	['stopOrDeleteTasks', 'task', 'stop'],
	['precheck', 'precheck', 'run'],
	['getTaskStatuses', 'task', 'getStatus'],
	['getTaskDetails', 'task', 'get', { simplify: false }],
	['selectObjects', 'configuration', 'selectObjects', { selected: false }],
	['setDefiners', 'configuration', 'setDefiner'],
	['setSyncPolicies', 'configuration', 'setSyncPolicy', { policy: { slotName: 'x' } }],
	[
		'setFlowControl',
		'configuration',
		'setFlowControl',
		{ ranges: { range: [{ from: 1, to: 2, speed: 3 }] } },
	],
	[
		'setDataProcessing',
		'configuration',
		'setDataProcessing',
		{ filter: 'a > 1', tables: { table: [{ database: 'a', name: 'b' }] } },
	],
	['testConnections', 'connection', 'test', login()],
	['testClusterConnections', 'connection', 'testCluster', { ...login(), dbName: 'admin' }],
];

function login(): INodeParameters {
	return {
		dbType: 'mongodb',
		sourceDatabase: { authentication: 'defineBelow', user: 'a', password: 'b', ip: '10.0.0.1' },
	};
}

describe('the printed answers', () => {
	it.each(RESPONSES)(
		'%s comes out complete, each result on its own item',
		async (operationId, resource, operation, more = {}) => {
			const results = list(operationId);
			const items =
				operationId === 'changePasswords' ? [{ side: 'so' }, { side: 'ta' }] : undefined;
			const { output } = await execute(
				{
					resource,
					operation,
					operationId,
					parameters: { ...more, ...ids(...idsOf(operationId)) },
					items,
				},
				{ ...example(operationId, 'response'), results: [...results].reverse() },
			);
			expect(output).toHaveLength(results.length);
			for (const [index, result] of results.entries()) {
				if (result.status === 'failed') {
					expect(output[index].json.error).toMatchObject({
						error_code: result.error_code,
						job_id: result.id,
					});
				} else {
					expect(output[index].json).toEqual(result);
				}
			}
		},
	);

	it('getTaskProgress and getPrecheckResults come out complete, with more besides', async () => {
		for (const [operationId, resource, operation] of [
			['getTaskProgress', 'task', 'getProgress'],
			['getPrecheckResults', 'precheck', 'getResult'],
		]) {
			const [result] = list(operationId);
			const { output } = await execute(
				{ resource, operation, operationId, parameters: ids(...idsOf(operationId)) },
				example(operationId, 'response'),
			);
			expect(output[0].json).toMatchObject(result);
		}
	});

	it('listTasks comes out complete', async () => {
		const { output } = await execute(
			{
				resource: 'task',
				operation: 'getMany',
				operationId: 'listTasks',
				parameters: { dbUseType: 'migration', simplify: false, filters: { engineType: 'mysql' } },
			},
			/** It is printed as a page of five tasks of seven; the node asks for 100 a page. */
			{ ...example('listTasks', 'response'), total_record: list('listTasks').length },
		);
		const jobs = list('listTasks');
		expect(
			output.map(({ json }) => json).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
		).toEqual([...jobs].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)));
	});

	it('createTasks comes out complete', async () => {
		const { output } = await execute(
			{
				resource: 'task',
				operation: 'createMigration',
				operationId: 'createTasks',
				parameters: {
					name: 'DRS-9228',
					subnet: locator('352ad828-3467-4f03-987a-c55a5a9dd417'),
					targetInstance: locator('e05a3679efe241d8b5dee80b17c1a863in01'),
				},
			},
			example('createTasks', 'response'),
		);
		expect(output[0].json).toEqual(list('createTasks')[0]);
	});

	it.each<[string, string, string, (answer: IDataObject) => IDataObject, INodeParameters?]>([
		['createComparison', 'comparison', 'create', (answer) => answer],
		['getComparison', 'comparison', 'getResult', (answer) => answer],
		['switchVip', 'switchover', 'switchVip', (answer) => answer],
		[
			'modifyParameters',
			'configuration',
			'updateParameters',
			(answer) => ({ job_id: SHARED_ID, ...answer }),
			{ parameters: { parameter: [{ key: 'a', targetValue: 'b' }] } },
		],
		[
			'getParameters',
			'configuration',
			'getParameters',
			(answer) => ({ job_id: SHARED_ID, params: (answer.params_list as IDataObject[])[0].params }),
		],
	])('%s comes out complete', async (operationId, resource, operation, expected, more = {}) => {
		const answer = example(operationId, 'response');
		const { output } = await execute(
			{ resource, operation, operationId, parameters: { ...more, ...ids(SHARED_ID) } },
			answer,
		);
		expect(output[0].json).toMatchObject(expected(answer));
	});

	it('getSwitchVipStatus, printed as a request, comes out complete', async () => {
		const answer = example('getSwitchVipStatus', 'request');
		const { output } = await execute(
			{
				resource: 'switchover',
				operation: 'getVipStatus',
				operationId: '',
				parameters: ids(SHARED_ID),
			},
			answer,
		);
		expect(output[0].json).toEqual(answer);
	});
});
