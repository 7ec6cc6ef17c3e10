import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { LOCAL_RESOURCES, RESOURCES, findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { documentOperations } from '../../simulator/contract/index.mts';
import type { Schema } from '../../simulator/contract/build/reference.mts';
import { validateRequest } from '../../simulator/contract/validate.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { agree, fieldPaths, isObject, parametersFor } from './fields.mts';
import { LANDINGS } from '../../contract/fields/index.mts';
import type { OperationLandings } from '../../contract/fields/landing.mts';

/** Fields that every operation has, tested with the batching and the retry; and notices, which have no value. */
const COMMON =
	/^options\.(batchSize|concurrency|maxAttempts|maxRetryWait|additionalRequestFields|ifTaskExists|requestFormat)$|Database\.authentication$|Notice$/;

/** @returns the leaves of a value by path; lists are indexed. */
function leaves(value: unknown, path = ''): Array<[string, unknown]> {
	if (Array.isArray(value))
		return value.flatMap((entry, index) => leaves(entry, `${path}[${index}]`));
	if (!isObject(value)) return value === undefined ? [] : [[path, value]];
	return Object.entries(value).flatMap(([key, inner]) =>
		leaves(inner, path === '' ? key : `${path}.${key}`),
	);
}

const unindexed = (path: string): string => path.replace(/\[\d+\]/g, '[]');

/** @returns the paths of all fields of a request schema; a text that holds JSON is entered. */
function schemaPaths(schema: Schema, path = ''): string[] {
	if (schema.items) return schemaPaths(schema.items, `${path}[]`);
	const inner = schema.contentSchema ?? schema;
	if (!inner.properties) return [path];
	return Object.entries(inner.properties).flatMap(([key, value]) =>
		schemaPaths(value, path === '' ? key : `${path}.${key}`),
	);
}

const contractOf = (operationId: string) => {
	const found = documentOperations.find(
		([, , operation]) => operation.operationId === operationId,
	)!;
	const [path, method, operation] = found;
	const pattern = new RegExp(
		`${path.replace(/\{project_id\}/, '\\{project_id\\}').replace('{job_id}', '[^/]+')}$`,
	);
	return { method, pattern, operation };
};

/** @returns what the node sends for these parameters: the body, or the query of a GET. */
async function sentFor(
	{ resource, operation, operationId }: OperationLandings,
	parameters: INodeParameters,
): Promise<IDataObject> {
	const options = { ...(parameters.options as IDataObject | undefined), maxAttempts: 1 };
	const fake = fakeContext({
		parameters: { resource, operation, ...parameters, options },
		answer: agree,
	});
	await findOperation(resource, operation)!
		.execute(await startRun(fake.context, FORM))
		.catch((thrown: unknown) => {
			if (fake.sent.length === 0) throw thrown;
		});
	const { method, pattern } = contractOf(operationId);
	const call = fake.sent.find(
		(request) => request.method === method && pattern.test(request.url.split('?')[0]),
	);
	const query = Object.fromEntries(new URLSearchParams(call!.url.split('?')[1] ?? ''));
	const problems = validateRequest(operationId, { query, body: call!.body ?? null });
	expect(problems).toEqual([]);
	return { ...query, ...call!.body };
}

const at = (body: IDataObject, entry: string): unknown => {
	const [, list, index] = /^(\w+)\[(\d)\]$/.exec(entry) ?? [];
	return list === undefined ? body : (body[list] as unknown[])[Number(index)];
};

/** A text that is JSON is looked into. */
const opened = (entry: unknown): unknown =>
	isObject(entry) && typeof entry.property === 'string'
		? { ...entry, property: (JSON.parse(entry.property) as IDataObject[])[0] }
		: entry;

const sentLeaves = async (operation: OperationLandings, parameters: INodeParameters) =>
	leaves(opened(at(await sentFor(operation, parameters), operation.entry)));

describe.each(
	LANDINGS.map(
		(operation) =>
			[
				`${operation.resource}.${operation.operation} → ${operation.operationId}`,
				operation,
			] as const,
	),
)('%s', (_name, operation) => {
	it.each(operation.landings.map((landing) => [landing.field, landing] as const))(
		'sends the field %s where it belongs',
		async (_field, landing) => {
			const sent = await sentLeaves(operation, parametersFor(operation, landing));
			for (const [path, value] of Object.entries(landing.sent)) {
				const found = sent.filter(([known]) => known === path || unindexed(known) === path);
				if (value === undefined) expect(found).toEqual([]);
				else expect(found.map(([, known]) => known)).toContainEqual(value);
			}
		},
	);

	it('has no other field', () => {
		const { properties } = findOperation(operation.resource, operation.operation)!;
		const fields = [...new Set(properties.flatMap((property) => fieldPaths(property)))].filter(
			(field) => !COMMON.test(field),
		);
		expect([...new Set(operation.landings.map(({ field }) => field))].sort()).toEqual(
			fields.sort(),
		);
	});
});

describe('the contract', () => {
	const covered = new Map<string, Set<string>>();
	beforeAll(async () => {
		for (const operation of LANDINGS) {
			const paths = covered.get(operation.operationId) ?? new Set<string>();
			covered.set(operation.operationId, paths);
			for (const landing of operation.landings) {
				for (const path of Object.keys(landing.sent))
					paths.add(`${operation.entry.replace(/\d/, '')}.${unindexed(path)}`.replace(/^\./, ''));
			}
			for (const path of Object.keys(operation.automatic ?? {}))
				paths.add(`${operation.entry.replace(/\d/, '')}.${path}`.replace(/^\./, ''));
		}
	});

	const drs = documentOperations.filter(([, , operation]) => operation['x-service'] === 'drs');

	it.each(drs.map(([, , operation]) => [operation.operationId, operation] as const))(
		'%s: every field of the request can be set',
		(operationId, operation) => {
			const schema = operation.requestBody?.content['application/json'].schema as
				| Schema
				| undefined;
			const forms = schema === undefined ? [] : (schema.anyOf ?? [schema]);
			const missing = forms
				.flatMap((form) => schemaPaths(form))
				.filter((path) => !covered.get(operationId)?.has(path));
			expect(missing).toEqual([]);
		},
	);

	it('is reached by every operation of the node', () => {
		const known = LANDINGS.map(({ resource, operation }) => `${resource}.${operation}`);
		const others = ['migration', ...LOCAL_RESOURCES];
		const all = RESOURCES.filter(({ option }) => !others.includes(String(option.value))).flatMap(
			({ option, operations }) =>
				operations.map((operation) => `${option.value}.${operation.option.value}`),
		);
		expect([...new Set(known)].sort()).toEqual(all.sort());
	});
});
