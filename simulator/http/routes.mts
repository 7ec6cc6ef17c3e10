import { operations, type ContractOperation } from '../contract/index.mts';
import { serviceOf, serviceOfHost } from './address.mts';

/** Where a request belongs. */
export interface Route {
	service: string;
	operationId: string;
	pathParameters: Record<string, string>;
	/** The list that answers, where it is not that of the operation. */
	list?: string;
}

/** The names of all services that answer. */
export const SERVICES: ReadonlySet<string> = new Set(operations.map(({ service }) => service));

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

/** The service that an address names, and the path on its host. */
function split(path: string, host: string | undefined): { service?: string; onHost: string } {
	const [, first, ...rest] = path.split('/');
	const inPath = serviceOf(first, SERVICES);
	return inPath === undefined
		? { service: serviceOfHost(host, SERVICES), onHost: path }
		: { service: inPath, onHost: `/${rest.join('/')}` };
}

/**
 * Finds the operation of a request. Services are told apart by the first part of the path, `/drs/v3/…`, or by the first
 * label of the host, `drs.eu-de.example`; without either every service is tried.
 *
 * @param method HTTP method
 * @param path path without the query
 * @param host the header Host, with or without a port
 * @returns the operation, or undefined for an address that the contract does not have
 */
export function findRoute(method: string, path: string, host?: string): Route | undefined {
	const { service, onHost } = split(path, host);
	for (const operation of compiled) {
		if (operation.method !== method || (service !== undefined && operation.service !== service))
			continue;
		const found = operation.pattern.exec(onHost);
		if (!found) continue;
		const pathParameters = Object.fromEntries(
			operation.names.map((name, index) => [name, decodeURIComponent(found[index + 1])]),
		);
		const list = service === undefined ? SHARED[operation.operationId] : undefined;
		return { service: operation.service, operationId: operation.operationId, pathParameters, list };
	}
	return undefined;
}
