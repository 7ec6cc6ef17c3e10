import {
	createRunExecutionData,
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IDataObject,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type INode,
	type INodeCredentialsDetails,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypes,
	type IPinData,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PollContext,
	WorkflowExecute,
} from 'n8n-core';
import { Executions, type StoredExecution, type SubExecutions } from './executions.mts';
import { checkEvents, checkOutputs } from './outputs.mts';
import { waitForRegularExpressions } from './patientRegex.mts';

waitForRegularExpressions();

/** A stored credential, as n8n's database holds it. */
export interface StoredCredential {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** What came of running a workflow. */
export interface EngineRun {
	status: string;
	error?: Error & { description?: string | null; httpCode?: string | null };
	items(node: string, output?: number): INodeExecutionData[];
	raw: IRun;
	/** The execution as n8n's database holds it. */
	execution: StoredExecution;
}

/** n8n's own engine with our node types, and credentials in memory. */
export interface Engine {
	run(
		workflow: Pick<IWorkflowBase, 'nodes' | 'connections'>,
		options?: {
			pinData?: IPinData;
			mode?: WorkflowExecuteMode;
			startNode?: string;
			/** When n8n ends the execution, in ms since 1970. */
			executionTimeoutTimestamp?: number;
		},
	): Promise<EngineRun>;
	/** All executions, also those that others have run. */
	executions: Executions;
	/**
	 * Lets an execution that waits go on, and those that it waits for, when their time has come: the time of the tests moves on.
	 *
	 * @param onTurn is called after each of them was resumed
	 */
	settle(
		waiting: EngineRun,
		onTurn?: (turn: StoredExecution) => void | Promise<void>,
	): Promise<EngineRun>;
	/**
	 * Polls a trigger once, as n8n's scheduler does, or its "Fetch Test Event" in mode `manual`.
	 *
	 * @param staticData what n8n's database holds of the workflow; the poll changes it in place
	 */
	poll(
		node: INode,
		staticData: IDataObject,
		mode?: WorkflowExecuteMode,
	): Promise<INodeExecutionData[] | null>;
	credential(id: string): ICredentialDataDecryptedObject;
	/** What n8n hands to the methods that fill the lists of a node in the editor. */
	loadOptions(node: INode): ILoadOptionsFunctions;
}

/** n8n keeps credentials in its database; here they are in a map. The rules are those of n8n's own helper. */
class MemoryCredentials extends ICredentialsHelper {
	constructor(
		private readonly types: ReadonlyMap<string, ICredentialType>,
		readonly stored: Map<string, StoredCredential>,
	) {
		super();
	}

	private type(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`Unknown credential type ${name}`);
		return type;
	}

	private entry(details: INodeCredentialsDetails): StoredCredential {
		const entry = this.stored.get(details.id ?? '');
		if (!entry) throw new Error(`Unknown credential ${details.id}`);
		return entry;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		return typeof authenticate === 'function'
			? await authenticate(credentials, requestOptions)
			: requestOptions;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.type(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (expirable === undefined || type.preAuthentication === undefined) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = await type.preAuthentication.call(helpers, credentials);
		if (output[expirable.name] === undefined || node.credentials === undefined) return undefined;
		const entry = this.entry(node.credentials[typeName]);
		entry.data = { ...entry.data, ...output } as ICredentialDataDecryptedObject;
		return Object.assign(credentials, output);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		typeName: string,
		_mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		_raw?: boolean,
		_resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const { data } = this.entry(details);
		const parameters = NodeHelpers.getNodeParameters(
			this.type(typeName).properties,
			data as never,
			true,
			false,
			null,
			null,
		);
		return { ...(parameters as ICredentialDataDecryptedObject) };
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Credentials are read decrypted only');
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		return this.type(typeName).properties;
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	) {
		this.entry(details).data = data;
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('There is no OAuth here');
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}
}

const BASE_URL = 'http://127.0.0.1:5678';

function additionalData(
	credentialsHelper: ICredentialsHelper,
	hooks: ExecutionLifecycleHooks,
	executionId = '1',
	subExecutions?: SubExecutions,
) {
	return {
		credentialsHelper,
		hooks,
		executionId,
		...subExecutions,
		currentNodeExecutionIndex: 0,
		restApiUrl: `${BASE_URL}/rest`,
		instanceBaseUrl: `${BASE_URL}/`,
		formWaitingBaseUrl: `${BASE_URL}/form-waiting`,
		webhookBaseUrl: `${BASE_URL}/webhook`,
		webhookWaitingBaseUrl: `${BASE_URL}/webhook-waiting`,
		webhookTestBaseUrl: `${BASE_URL}/webhook-test`,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/**
 * Makes an engine: n8n-core's WorkflowExecute with item linking, expressions, error outputs, HTTP client and credential
 * renewal as in a running n8n, and with executions that run others and wait for them. Not part of it: database, webhooks.
 */
export function createEngine(options: {
	nodeTypes: Record<string, INodeType>;
	credentialTypes?: ICredentialType[];
	/** In n8n's database: engines that are given the same share it, as processes do. */
	credentials?: Map<string, StoredCredential>;
}): Engine {
	const nodeType = (name: string): INodeType => {
		const found = options.nodeTypes[name];
		if (!found) throw new Error(`Unknown node type ${name}`);
		return found;
	};
	const nodeTypes = {
		getByName: nodeType,
		getByNameAndVersion: (name: string) => NodeHelpers.getVersionedNodeType(nodeType(name)),
		getKnownTypes: () => ({}),
	} as INodeTypes;
	const credentials = new MemoryCredentials(
		new Map((options.credentialTypes ?? []).map((type) => [type.name, type])),
		options.credentials ?? new Map(),
	);

	const toWorkflow = (json: Pick<IWorkflowBase, 'nodes' | 'connections'>): Workflow =>
		new Workflow({
			id: '1',
			name: 'test',
			active: false,
			nodeTypes,
			settings: { executionOrder: 'v1' },
			...json,
		});

	const executions = new Executions(async ({ id, json, mode, executionTimeoutTimestamp }, data) => {
		const base = { id: '1', name: 'test', ...json } as unknown as IWorkflowBase;
		const hooks = new ExecutionLifecycleHooks(mode, id, base);
		const more = additionalData(credentials, hooks, id, executions.forCore());
		more.executionTimeoutTimestamp = executionTimeoutTimestamp;
		const run = await new WorkflowExecute(more, mode, data).processRunExecutionData(
			toWorkflow(json),
		);
		checkOutputs(json.nodes, run);
		return run;
	});

	const toRun = (execution: StoredExecution): EngineRun => {
		const raw = execution.raw!;
		const { runData, error } = raw.data.resultData;
		return {
			status: raw.status,
			error,
			items: (node, output = 0) => runData[node]?.at(-1)?.data?.main[output] ?? [],
			raw,
			execution,
		};
	};

	return {
		credential: (id) => credentials.stored.get(id)!.data,
		loadOptions(node) {
			const json = { nodes: [node], connections: {} };
			const workflow = new Workflow({ id: '1', name: 'test', active: false, nodeTypes, ...json });
			const base = { id: '1', name: 'test', ...json } as unknown as IWorkflowBase;
			const hooks = new ExecutionLifecycleHooks('internal', '1', base);
			const data = {
				...additionalData(credentials, hooks),
				currentNodeParameters: node.parameters,
			};
			return new LoadOptionsContext(workflow, node, data, 'parameters.list');
		},
		async run(json, { pinData, mode = 'manual', startNode, executionTimeoutTimestamp } = {}) {
			const workflow = toWorkflow(json);
			const node = workflow.getNode(startNode ?? '') ?? workflow.getStartNode();
			if (!node) throw new Error('There is no node to start with');
			const first = { node, data: { main: [[{ json: {} }]] }, source: null };
			const data = createRunExecutionData({
				resultData: { pinData },
				executionData: { nodeExecutionStack: [first] },
			});
			return toRun(await executions.begin(json, mode, data, { executionTimeoutTimestamp }));
		},
		async poll(node, staticData, mode = 'trigger') {
			const json = { nodes: [node], connections: {} };
			const workflow = new Workflow({
				id: '1',
				name: 'test',
				active: true,
				nodeTypes,
				staticData,
				...json,
			});
			const base = { id: '1', name: 'test', ...json } as unknown as IWorkflowBase;
			const hooks = new ExecutionLifecycleHooks(mode, '1', base);
			const context = new PollContext(
				workflow,
				node,
				additionalData(credentials, hooks),
				mode,
				'activate',
			);
			const output = await nodeType(node.type).poll!.call(context);
			Object.assign(staticData, workflow.staticData);
			const events = output?.[0] ?? null;
			checkEvents(events ?? []);
			return events;
		},
		executions,
		settle: async ({ execution }, onTurn) => toRun(await executions.settle(execution, onTurn)),
	};
}
