import type { Schema } from '../../simulator/contract/build/reference.mts';
import { documentOperations } from '../../simulator/contract/index.mts';

/** @returns the schema of the request body of an operation; undefined for an operation without one. */
const requestSchema = (operationId: string): Schema | undefined =>
	documentOperations.find(([, , operation]) => operation.operationId === operationId)?.[2]
		.requestBody?.content['application/json'].schema as Schema | undefined;

/** @returns the schema at a path such as `jobs[].name` of a request; a text that holds JSON is entered. */
export function schemaAt(schema: Schema | undefined, path: string): Schema | undefined {
	let place = schema;
	for (const step of path.split('.')) {
		const inner = place?.contentSchema ?? place;
		place = inner?.properties?.[step.replace('[]', '')];
		if (step.endsWith('[]')) place = place?.items;
	}
	return place;
}

/** @returns the names of the fields at a path of the request of an operation. */
export function fieldsAt(operationId: string, path: string): string[] {
	const schema = schemaAt(requestSchema(operationId), path);
	return Object.keys((schema?.contentSchema ?? schema)?.properties ?? {});
}
