import document from './openapi.json' with { type: 'json' };

/** One operation of the contract. */
export interface ContractOperation {
	operationId: string;
	/** The service whose host serves it, such as drs or iam. */
	service: string;
	method: string;
	/** Path on that host, with parameters in braces. */
	path: string;
	successStatuses: number[];
}

/** An operation as the OpenAPI document holds it. */
export interface DocumentOperation {
	operationId: string;
	'x-service': string;
	'x-path'?: string;
	parameters?: Array<{ name: string; in: string; required: boolean; schema: object }>;
	requestBody?: { content: { 'application/json': { schema: object } } };
	responses: Record<string, { content?: { 'application/json': { schema: object } } }>;
}

/** The contract: an OpenAPI 3.1 document. */
export const contract = document;

/** All operations of the document, with method and path. */
export const documentOperations: ReadonlyArray<
	[path: string, method: string, operation: DocumentOperation]
> = Object.entries(document.paths).flatMap(([path, item]) =>
	Object.entries(item).map(([method, operation]): [string, string, DocumentOperation] => [
		path,
		method.toUpperCase(),
		operation as unknown as DocumentOperation,
	]),
);

/** What the simulator serves. */
export const operations: readonly ContractOperation[] = documentOperations.map(
	([path, method, operation]) => ({
		operationId: operation.operationId,
		service: operation['x-service'],
		method,
		path: operation['x-path'] ?? path,
		successStatuses: Object.keys(operation.responses).map(Number),
	}),
);
