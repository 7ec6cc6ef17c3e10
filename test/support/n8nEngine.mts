import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IPinData,
	type IRun,
	type IWorkflowBase,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PollContext,
	WorkflowExecute,
} from 'n8n-core';
import { Executions, type StoredExecution } from './executions.mts';
import { checkEvents, checkOutputs } from './outputs.mts';
import { waitForRegularExpressions } from './patientRegex.mts';
import { type StoredCredential, MemoryCredentials } from './memoryCredentials.mts';
import { additionalData } from './additionalData.mts';

waitForRegularExpressions();

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
