import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import type { Landing, OperationLandings } from '../../contract/fields/landing.mts';
import type { SentRequest } from '../support/fakeContext.mts';

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns the leaf fields of a property, with the marks of `Landing.field`. */
export function fieldPaths(property: INodeProperties, path = ''): string[] {
	const own = path === '' ? property.name : `${path}.${property.name}`;
	if (property.type === 'collection')
		return (property.options as INodeProperties[]).flatMap((option) => fieldPaths(option, own));
	if (property.type !== 'fixedCollection') return [own];
	const list = property.typeOptions?.multipleValues ? '[]' : '';
	return (property.options as Array<{ name: string; values: INodeProperties[] }>).flatMap((group) =>
		group.values.flatMap((value) => fieldPaths(value, `${own}.${group.name}${list}`)),
	);
}

/** Puts a value at the path of a field, beside what is there already. */
export function put(parameters: INodeParameters, field: string, value: unknown): INodeParameters {
	const result = structuredClone(parameters) as Record<string, unknown>;
	const steps = field.split('.');
	let place = result;
	for (const step of steps.slice(0, -1)) {
		const name = step.replace('[]', '');
		if (step.endsWith('[]')) {
			const list = (place[name] ?? [{}]) as Array<Record<string, unknown>>;
			place[name] = list;
			place = list[0];
		} else {
			place[name] ??= {};
			place = place[name] as Record<string, unknown>;
		}
	}
	place[steps.at(-1)!] = value;
	return result as INodeParameters;
}

/** Merges fields level by level; first entries of lists are merged, too. */
export function merge(base: unknown, addition: unknown): unknown {
	if (Array.isArray(base) && Array.isArray(addition)) return [merge(base[0], addition[0])];
	if (!isObject(base) || !isObject(addition)) return addition ?? base;
	const keys = new Set([...Object.keys(base), ...Object.keys(addition)]);
	return Object.fromEntries([...keys].map((key) => [key, merge(base[key], addition[key])]));
}

/** Answers every call with a success for every task that it names. */
export function agree(request: SentRequest) {
	const lists = Object.values(request.body ?? {}).filter(Array.isArray) as unknown[][];
	const results = (lists[0] ?? []).map((entry) => {
		const id = isObject(entry) ? (entry.job_id ?? entry.id ?? entry.name) : entry;
		const name = isObject(entry) ? entry.name : undefined;
		return {
			id,
			job_id: id,
			precheck_id: id,
			name,
			process: '100%',
			transfer_status: 'x',
			status: request.url.includes('batch-status') ? 'RELEASE_RESOURCE_COMPLETE' : 'success',
			success: true,
		};
	});
	return {
		statusCode: 200,
		body: {
			results,
			params_list: [],
			datapoints: [],
			jobs: [],
			instances: [],
			vpcs: [],
			subnets: [],
			success: true,
		},
	};
}

/** @returns the parameters with which a field lands in the request. */
export const parametersFor = (
	{ base }: OperationLandings,
	{ field, value, with: more }: Landing,
): INodeParameters => put(merge(base, more ?? {}) as INodeParameters, field, value);
