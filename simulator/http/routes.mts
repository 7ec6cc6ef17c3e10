import { operations, type ContractOperation } from '../contract/index.mts';

/** Where a request belongs. */
export interface Route {
	service: string;
	operationId: string;
	pathParameters: Record<string, string>;
	/** The list that answers, where it is not that of the operation. */
	list?: string;
}

const SERVICES = new Set(operations.map(({ service }) => service));

interface CompiledOperation extends ContractOperation {
	pattern: RegExp;
	names: string[];
}

const compiled: readonly CompiledOperation[] = operations.map((operation) => ({
	...operation,
	pattern: new RegExp(
		`^${operation.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}/?$`,
	),
	names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
}));

/** RDS and DDS share a path. Without the service in the address, the list of both answers. */
const SHARED: Record<string, string> = { listRdsInstances: 'listRdsAndDdsInstances' };

/**
 * Finds the operation of a request. Services are told apart by the first part of the path, `/drs/v3/…`; without it every
 * service is tried.
 *
 * @param method HTTP method
 * @param path path without the query
 * @returns the operation, or undefined for an address that the contract does not have
 */
export function findRoute(method: string, path: string): Route | undefined {
	const [, first, ...rest] = path.split('/');
	const prefix = SERVICES.has(first) && rest.length > 0 ? first : undefined;
	const onHost = prefix === undefined ? path : `/${rest.join('/')}`;
	for (const operation of compiled) {
		if (operation.method !== method || (prefix !== undefined && operation.service !== prefix))
			continue;
		const found = operation.pattern.exec(onHost);
		if (!found) continue;
		const pathParameters = Object.fromEntries(
			operation.names.map((name, index) => [name, decodeURIComponent(found[index + 1])]),
		);
		const list = prefix === undefined ? SHARED[operation.operationId] : undefined;
		return { service: operation.service, operationId: operation.operationId, pathParameters, list };
	}
	return undefined;
}
