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
