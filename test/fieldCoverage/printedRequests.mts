import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { locator } from '../../contract/fields/landing.mts';
import printed from '../fixtures/reference/drs-v3-examples.json' with { type: 'json' };

/** @returns the body that the reference prints */
export const example = (operationId: string, kind: 'request' | 'response'): IDataObject =>
	printed.find((entry) => entry.operation === operationId && entry.kind === kind)!
		.body as unknown as IDataObject;

/** The rule of an associated table that the reference prints. */
export const PRINTED_RULE: INodeParameters = {
	rule: 'configConditionalFilter',
	config_database: 'lxl_test1',
	config_table: 'test_1',
	config_columns: 'id,name',
	config_primaryKey: 'id',
	config_indexes: 'name',
	config_condition: "name like '%a%'",
};

/** An operation, and what a user fills in. */
export interface Case {
	resource: string;
	operation: string;
	operationId: string;
	parameters: INodeParameters;
	/** One item an entry, for what differs between the tasks of a call. */
	items?: IDataObject[];
}

/** The task of most printed requests. */
export const SHARED_ID = '140b5236-88ad-43c8-811c-1268453jb101';

/** How a user makes the printed requests. The creations are in createRequest.test.mts. */
export const REQUESTS: Case[] = [
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
			...PRINTED_RULE,
		},
	},
];

/** What the documents print but the node sends otherwise, with the same meaning. */
export const ALIKE: Record<string, (body: IDataObject) => IDataObject> = {
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
