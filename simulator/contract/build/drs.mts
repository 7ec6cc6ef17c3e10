import type { ReferenceOperation, Schema } from './reference.mts';
import { objectSchema } from './schema.mts';

const json = (schema: Schema) => ({ 'application/json': { schema } });

const PROJECT = parameter('project_id', 'path', 'ID of the project');

/** @returns a parameter of a path or a query. */
export function parameter(
	name: string,
	place: 'path' | 'query',
	description: string,
	required = place === 'path',
	schema: Schema = { type: 'string' },
) {
	return { name, in: place, required, description, schema };
}

/** The flat form of the creation, as the guide page "Task Creation Example" (drs_03_0128) prints it. */
function flatCreation(batch: Schema): Schema {
	const { properties, required } = batch.properties?.jobs.items as Required<Schema>;
	const { source_endpoint: source, target_endpoint: target, ...rest } = properties;
	const optional = new Set(['source_endpoint', 'target_endpoint', 'customize_sutnet_id']);
	return {
		type: 'object',
		description: 'Creation of one task in the flat form of the guide page "Task Creation Example"',
		properties: { ...rest, source_Endpoint: source, target_Endpoint: target },
		required: [
			...required.filter((name) => !optional.has(name)),
			'source_Endpoint',
			'target_Endpoint',
		],
		additionalProperties: false,
	};
}

function requestSchema(operation: ReferenceOperation, all: readonly ReferenceOperation[]): Schema {
	const schema = objectSchema(operation.request, operation.id, true);
	if (operation.id !== 'listTasks') return schema;
	const creation = all.find(({ id }) => id === 'createTasks') as ReferenceOperation;
	return { anyOf: [schema, flatCreation(objectSchema(creation.request, creation.id, true))] };
}

/** @returns the path items of all DRS operations, by path. */
export function drsPaths(
	operations: readonly ReferenceOperation[],
): Record<string, Record<string, unknown>> {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const operation of operations) {
		const inPath = operation.path.includes('{job_id}')
			? [parameter('job_id', 'path', 'ID of the task')]
			: [];
		const success = objectSchema(operation.response, operation.id, false);
		paths[operation.path] = {
			...paths[operation.path],
			[operation.method.toLowerCase()]: {
				operationId: operation.id,
				summary: operation.title,
				'x-service': 'drs',
				externalDocs: {
					url: `https://docs.otc.t-systems.com/data-replication-service/api-ref/${operation.doc}`,
				},
				parameters: [PROJECT, ...inPath],
				...(operation.request.length > 0
					? { requestBody: { required: true, content: json(requestSchema(operation, operations)) } }
					: {}),
				responses: Object.fromEntries(
					operation.successStatus.map((status) => [
						String(status),
						{ description: 'Success', content: json(success) },
					]),
				),
			},
		};
	}
	return paths;
}
