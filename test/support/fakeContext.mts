import { node as makeNode } from './canvas.mts';
import {
	NodeHelpers,
	type IDataObject,
	type IExecuteFunctions,
	type INodeParameters,
} from 'n8n-workflow';
import { OtcDrs } from '../../nodes/OtcDrs/OtcDrs.node.ts';

/** A request as the node hands it to n8n's HTTP helper. */
export interface SentRequest {
	method: string;
	url: string;
	body?: IDataObject;
}

/** What the service is to answer: a response, or an error that n8n's client throws. */
export type FakeAnswer =
	| { statusCode: number; body: unknown; headers?: Record<string, string> }
	| Error;

/** A stand-in for n8n's execution of one node: no engine, no network. */
export interface FakeContext {
	context: IExecuteFunctions;
	sent: SentRequest[];
	/** How often each parameter and each credential was read, by name. */
	reads: Map<string, number>;
	hints: unknown[];
	stop(): void;
}

const CREDENTIALS: Record<string, IDataObject> = {
	otcApi: { region: 'eu-de', session: 'session-1' },
	otcDrsSourceDatabaseApi: { user: 'source-user', password: 'source-secret' },
	otcDrsTargetDatabaseApi: { user: 'target-user', password: 'target-secret' },
};

const evaluate = (value: unknown, item: IDataObject): unknown => {
	if (typeof value === 'string' && value.startsWith('={{ $json.')) return item[value.slice(10, -3)];
	if (Array.isArray(value)) return value.map((entry) => evaluate(entry, item));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, evaluate(entry, item)]),
	);
};

/**
 * @param options parameters as stored in a workflow (expressions only as `={{ $json.name }}`), input items, and how the
 * service answers the n-th request
 */
export function fakeContext(options: {
	parameters: INodeParameters;
	items?: IDataObject[];
	continueOnFail?: boolean;
	/** Values of credentials by their types, besides the usual ones. */
	credentials?: Record<string, IDataObject>;
	/** The workflow's time zone; Europe/Berlin by default. */
	timezone?: string;
	answer?: (request: SentRequest, count: number) => FakeAnswer | Promise<FakeAnswer>;
}): FakeContext {
	const { resource, operation } = options.parameters;
	/** These look up instances and subnets first; the lists answer 404 here, as to a user who may not read them. */
	const looksUp = resource === 'migration' || String(operation).startsWith('create');
	const node = makeNode('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', {
		id: '1',
		credentials: Object.fromEntries(
			Object.keys(CREDENTIALS).map((type) => [type, { id: type, name: type }]),
		),
	});
	const { description } = new OtcDrs();
	const parameters =
		NodeHelpers.getNodeParameters(
			description.properties,
			options.parameters,
			true,
			false,
			node,
			description,
		) ?? options.parameters;
	const items = options.items ?? [{}];
	const sent: SentRequest[] = [];
	const reads = new Map<string, number>();
	const hints: unknown[] = [];
	const controller = new AbortController();
	const context = {
		getNode: () => ({ ...node, parameters }),
		getInputData: () => items.map((json) => ({ json })),
		continueOnFail: () => options.continueOnFail ?? false,
		getNodeParameter: (name: string, item: number, fallback?: unknown) => {
			reads.set(name, (reads.get(name) ?? 0) + 1);
			const [outer, ...inner] = name.split('.');
			const value = inner.reduce<unknown>(
				(found, key) => (found as IDataObject | null | undefined)?.[key],
				outer in parameters ? evaluate(parameters[outer], items[item]) : undefined,
			);
			return value === undefined ? fallback : value;
		},
		getCredentials: async (type: string) => {
			reads.set(type, (reads.get(type) ?? 0) + 1);
			return { ...CREDENTIALS[type], ...options.credentials?.[type] };
		},
		getExecutionId: () => '1',
		getWorkflow: () => ({ id: 'workflow' }),
		getMode: () => 'trigger',
		setMetadata: () => undefined,
		/** A sub-execution that ends at once. */
		executeWorkflow: async () => ({ executionId: '2', data: [[]] }),
		getTimezone: () => options.timezone ?? 'Europe/Berlin',
		getExecutionCancelSignal: () => controller.signal,
		addExecutionHints: (...added: unknown[]) => hints.push(...added),
		helpers: {
			prepareBinaryData: async () => ({ data: '', mimeType: 'text/plain' }),
			httpRequestWithAuthentication: async (_type: string, request: SentRequest) => {
				if (looksUp && /^otc:\/\/(rds|dds|gaussdb-mysql|vpc)\//.test(request.url))
					return { statusCode: 404, headers: {}, body: {} };
				sent.push({ method: request.method, url: request.url, body: request.body });
				const answer = (await options.answer?.(request, sent.length)) ?? {
					statusCode: 200,
					body: {},
				};
				if (answer instanceof Error) throw answer;
				return { headers: {}, ...answer };
			},
		},
	};
	return {
		context: context as unknown as IExecuteFunctions,
		sent,
		reads,
		hints,
		stop: () => controller.abort(),
	};
}

/** An error as n8n's HTTP client throws it when the connection fails. */
export function connectionError(code: string): Error {
	return Object.assign(new Error(`connect ${code} 127.0.0.1:9`), { code, isAxiosError: true });
}
