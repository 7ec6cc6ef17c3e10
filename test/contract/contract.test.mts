import { buildDocument } from '../../simulator/contract/build/document.mts';
import type { ReferenceField, Schema } from '../../simulator/contract/build/reference.mts';
import { contract, documentOperations, operations } from '../../simulator/contract/index.mts';
import reference from '../../simulator/contract/reference/drs-v3.json' with { type: 'json' };
import { validateRequest, validateResponse } from '../../simulator/contract/validate.mts';
import createExamples from '../fixtures/createExamples.json' with { type: 'json' };
import examples from '../fixtures/reference/drs-v3-examples.json' with { type: 'json' };

const successStatus = (id: string) =>
	operations.find(({ operationId }) => operationId === id)!.successStatuses[0];

const countFields = (fields: readonly ReferenceField[]): number =>
	fields.reduce((sum, field) => sum + 1 + countFields(field.fields ?? []), 0);

function countProperties(schema: Schema): number {
	const own = schema.items ?? schema;
	return Object.values(own.properties ?? {}).reduce(
		(sum, property) => sum + 1 + countProperties(property),
		0,
	);
}

describe('the contract', () => {
	it('is made from the reference and is up to date', () => {
		expect(contract).toEqual(JSON.parse(JSON.stringify(buildDocument(reference))));
	});

	it('has all 26 operations of DRS, and those of the other services', () => {
		expect(
			operations
				.filter(({ service }) => service === 'drs')
				.map(({ operationId }) => operationId)
				.sort(),
		).toEqual(reference.map(({ id }) => id).sort());
		expect(reference).toHaveLength(26);
		expect(
			operations.filter(({ service }) => service !== 'drs').map(({ operationId }) => operationId),
		).toEqual([
			'createToken',
			'showToken',
			'checkToken',
			'deleteToken',
			'listVersions',
			'showVersion',
			'getCatalog',
			'listProjects',
			'showProject',
			'listAuthProjects',
			'listUserProjects',
			'listAuthDomains',
			'listRegions',
			'createTemporaryKey',
			'listRdsInstances',
			'listDdsInstances',
			'listGaussDbInstances',
			'listVpcs',
			'showVpc',
			'listSubnets',
			'listSecurityGroups',
			'listNetworkVersions',
			'listNetworkSecurityGroups',
			'listEnterpriseProjects',
			'listMetrics',
			'getMetricData',
		]);
	});

	it('has every request field of the reference', () => {
		const printedOnly = 2;
		const inContract = documentOperations
			.filter(([, , operation]) => operation['x-service'] === 'drs' && operation.requestBody)
			.map(([, , operation]) => operation.requestBody!.content['application/json'].schema as Schema)
			.reduce((sum, schema) => sum + countProperties(schema.anyOf?.[0] ?? schema), 0);
		const inReference = reference.reduce((sum, { request }) => sum + countFields(request), 0);
		expect(inReference).toBe(276);
		expect(inContract).toBe(inReference + printedOnly);
	});
});

describe('the printed examples', () => {
	const requests = examples.filter(({ kind, body }) => kind === 'request' && body !== null);
	const answers = examples.filter(({ kind, body }) => kind === 'response' && body !== null);

	it.each(requests.map((example, index) => [`${index} ${example.operation}`, example] as const))(
		'request %s is accepted',
		(_name, { operation, body }) => {
			expect(validateRequest(operation, { query: {}, body })).toEqual([]);
		},
	);

	it.each(answers.map((example, index) => [`${index} ${example.operation}`, example] as const))(
		'answer %s is accepted',
		(_name, { operation, body }) => {
			expect(validateResponse(operation, successStatus(operation), body)).toEqual([]);
		},
	);

	it.each(createExamples.map((example) => [example.title, example.body] as const))(
		'creation: %s',
		(_title, body) => {
			const operation = 'jobs' in body ? 'createTasks' : 'listTasks';
			expect(validateRequest(operation, { query: {}, body })).toEqual([]);
		},
	);
});

describe('requests that the contract refuses', () => {
	const job = createExamples[0].body.jobs![0];
	const check = (changes: object) =>
		validateRequest('createTasks', { query: {}, body: { jobs: [{ ...job, ...changes }] } }).map(
			({ pointer }) => pointer,
		);

	it.each([
		[{ name: 'abc' }, '/jobs/0/name'],
		[{ net_type: 'wifi' }, '/jobs/0/net_type'],
		[{ surprise: 1 }, '/jobs/0/surprise'],
		[{ task_type: undefined }, '/jobs/0/task_type'],
		[{ bind_eip: 'yes' }, '/jobs/0/bind_eip'],
		[{ node_num: 33 }, '/jobs/0/node_num'],
		[{ tags: Array.from({ length: 21 }, () => ({ key: 'a', value: 'b' })) }, '/jobs/0/tags'],
		[{ source_endpoint: { host: 'x' } }, '/jobs/0/source_endpoint/host'],
	])('%p', (changes, pointer) => {
		expect(check(changes)).toEqual([pointer]);
	});

	it('tells what is missing from what is wrong', () => {
		const [problem] = validateRequest('getTaskStatuses', { query: {}, body: {} });
		expect(problem).toMatchObject({ pointer: '/jobs', missing: true });
	});

	it('takes booleans as booleans, also where the reference lists true and false as words', () => {
		const replace = (value: unknown) =>
			validateRequest('setDefiners', {
				query: {},
				body: { jobs: [{ job_id: 'x', replace_definer: value }] },
			});
		expect(replace(true)).toEqual([]);
		expect(replace('true')).toHaveLength(1);
	});

	it('refuses unknown query parameters', () => {
		expect(
			validateRequest('listVpcs', { query: { limit: '5', evil: '1' }, body: undefined }),
		).toEqual([
			{ pointer: '?evil', message: 'is not a parameter of this operation', missing: false },
		]);
	});

	it('lets an engine pass that the reference does not name', () => {
		expect(check({ engine_type: 'oracle-to-gaussdbv5' })).toEqual([]);
	});
});

describe('documented limits', () => {
	const job = createExamples[0].body.jobs![0];
	const entries: Record<string, (fields: object) => object> = {
		createTasks: (fields) => ({ jobs: [{ ...job, ...fields }] }),
		modifyTasks: (fields) => ({ jobs: [{ job_id: 'x', ...fields }] }),
		setFlowControl: (fields) => ({
			speed_limits: [
				{ job_id: 'x', speed_limit: [{ begin: '00:00', end: '01:59', speed: '1', ...fields }] },
			],
		}),
		setDataProcessing: (fields) => ({
			jobs: [
				{
					job_id: 'x',
					transformation_info: {
						transformation_type: 'contentConditionalFilter',
						value: 'id > 1',
						...fields,
					},
				},
			],
		}),
	};
	const check = (operation: string, fields: object) =>
		validateRequest(operation, { query: {}, body: entries[operation](fields) });
	const times = <T,>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
	const alarm = (fields: object) => ({ alarm_notify: fields });
	const sms = (count: number) => ({ protocol: 'sms', endpoints: times(count, '+491700000000') });
	const project = { key: '_sys_enterprise_project_id', value: '0' };

	it.each<[operation: string, least: object, most: object, below: object, above: object]>([
		[
			'createTasks',
			{ expired_days: '14' },
			{ expired_days: '100' },
			{ expired_days: '13' },
			{ expired_days: '101' },
		],
		[
			'createTasks',
			{ expired_days: 14 },
			{ expired_days: 100 },
			{ expired_days: 13 },
			{ expired_days: 101 },
		],
		['createTasks', { node_num: 1 }, { node_num: 32 }, { node_num: 0 }, { node_num: 33 }],
		['createTasks', { node_num: '1' }, { node_num: '32' }, { node_num: '0' }, { node_num: '99' }],
		[
			'modifyTasks',
			alarm({ delay_time: 1 }),
			alarm({ delay_time: 3600 }),
			alarm({ delay_time: 0 }),
			alarm({ delay_time: 3601 }),
		],
		[
			'modifyTasks',
			alarm({ rto_delay: 1 }),
			alarm({ rto_delay: 3600 }),
			alarm({ rto_delay: 0 }),
			alarm({ rto_delay: 3601 }),
		],
		[
			'modifyTasks',
			alarm({ rpo_delay: 1 }),
			alarm({ rpo_delay: 3600 }),
			alarm({ rpo_delay: 0 }),
			alarm({ rpo_delay: 3601 }),
		],
		['setFlowControl', { speed: '1' }, { speed: '9999' }, { speed: '0' }, { speed: '10000' }],
		['setFlowControl', { speed: 1 }, { speed: 9999 }, { speed: 0 }, { speed: 10_000 }],
	])('%s takes %j to %j, not %j or %j', (operation, least, most, below, above) => {
		const found = [least, most, below, above].map((fields) => check(operation, fields).length);
		expect(found).toEqual([0, 0, 1, 1]);
	});

	it.each<[name: string, operation: string, most: object, above: object]>([
		[
			'a description of 256 characters',
			'modifyTasks',
			{ description: 'd'.repeat(256) },
			{ description: 'd'.repeat(257) },
		],
		[
			'two ways of notification',
			'modifyTasks',
			alarm({ subscriptions: times(2, sms(1)) }),
			alarm({ subscriptions: times(3, sms(1)) }),
		],
		[
			'ten recipients',
			'modifyTasks',
			alarm({ subscriptions: [sms(10)] }),
			alarm({ subscriptions: [sms(11)] }),
		],
		[
			'one enterprise project',
			'createTasks',
			{ sys_tags: [project] },
			{ sys_tags: [project, project] },
		],
		[
			'a filter of 256 characters',
			'setDataProcessing',
			{ value: 'v'.repeat(256) },
			{ value: 'v'.repeat(257) },
		],
	])('%s at the most', (_name, operation, most, above) => {
		expect(check(operation, most)).toEqual([]);
		expect(check(operation, above)).toHaveLength(1);
	});
});

describe('the query of metrics', () => {
	const query = {
		namespace: 'SYS.DRS',
		metric_name: 'cpu_util',
		'dim.0': 'instance_id,x',
		from: '0',
		to: '60000',
		period: '1',
		filter: 'average',
	};
	const check = (changes: Record<string, string | undefined>) =>
		validateRequest('getMetricData', {
			query: JSON.parse(JSON.stringify({ ...query, ...changes })),
			body: undefined,
		});

	it('is whole', () => expect(check({})).toEqual([]));

	it.each(Object.keys(query))('needs %s', (name) => {
		expect(check({ [name]: undefined })).toMatchObject([{ pointer: `?${name}`, missing: true }]);
	});

	it.each([{ period: '60' }, { filter: 'mean' }, { from: 'yesterday' }])(
		'not with %j',
		(changes) => {
			expect(check(changes)).toMatchObject([
				{ pointer: `?${Object.keys(changes)[0]}`, missing: false },
			]);
		},
	);
});

describe('the request for a token', () => {
	const domain = { name: 'OTC-EU-DE-1' };
	const user = { name: 'a', password: 'b', domain };
	const check = (identity: object, scope: object = { project: { name: 'eu-de', domain } }) =>
		validateRequest('createToken', { query: {}, body: { auth: { identity, scope } } }).map(
			({ pointer }) => pointer,
		);

	it.each([
		{ methods: ['password'], password: { user } },
		{ methods: ['password'], password: { user: { id: 'x', password: 'b' } } },
		{
			methods: ['password', 'totp'],
			password: { user },
			totp: { user: { id: 'x', passcode: '123456' } },
		},
		{ methods: ['assume_role'], assume_role: { domain_name: 'A', xrole_name: 'agencytest' } },
		{ methods: ['token'], token: { id: 't' } },
	])('%j', (identity) => {
		expect(check(identity)).toEqual([]);
		expect(check(identity, { domain })).toEqual([]);
	});

	it.each<[identity: object, pointer: string]>([
		[{ methods: ['password'], surprise: 1 }, '/auth/identity/surprise'],
		[{ methods: ['password'], password: {} }, '/auth/identity/password/user'],
		[
			{ methods: ['password'], password: { user: { name: 'a' } } },
			'/auth/identity/password/user/password',
		],
		[{ methods: ['saml'] }, '/auth/identity/methods/0'],
		[{ methods: ['totp'], totp: { user: { id: 'x' } } }, '/auth/identity/totp/user/passcode'],
	])('not %j', (identity, pointer) => {
		expect(check(identity)).toEqual([pointer]);
	});

	it('not with unknown fields in the scope', () => {
		const identity = { methods: ['password'], password: { user } };
		expect(check(identity, { project: { nmae: 'eu-de' } })).toEqual(['/auth/scope/project/nmae']);
	});
});
