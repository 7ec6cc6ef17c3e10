import { parse, stringify } from 'flatted';
import {
	createRunExecutionData,
	type ExecuteWorkflowData,
	type ExecuteWorkflowOptions,
	type IExecuteWorkflowInfo,
	type INode,
	type IRun,
	type IRunExecutionData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type RelatedExecution,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** A workflow as the tests write it. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'>;

/** What is known of an execution when it begins. */
interface Begun {
	id: string;
	json: WorkflowJson;
	mode: WorkflowExecuteMode;
	parent?: RelatedExecution;
	/** When n8n ends it, in ms since 1970. */
	executionTimeoutTimestamp?: number;
}

/** An execution as n8n's database holds it. */
export class StoredExecution {
	readonly id: string;
	readonly json: WorkflowJson;
	readonly mode: WorkflowExecuteMode;
	readonly parent?: RelatedExecution;
	readonly executionTimeoutTimestamp?: number;
	status = 'running';
	/** In ms since 1970, while it waits. */
	waitTill?: number;
	/** What the last run of it gave. */
	raw?: IRun;
	private written?: string;

	/** @param data which it begins with */
	constructor(
		begun: Begun,
		private data: IRunExecutionData,
	) {
		this.id = begun.id;
		this.json = begun.json;
		this.mode = begun.mode;
		this.parent = begun.parent;
		this.executionTimeoutTimestamp = begun.executionTimeoutTimestamp;
	}

	/** The run data, as text; what waits was written when it began to, all else is when it is read. */
	get text(): string {
		return this.written ?? stringify(this.data);
	}

	set text(text: string) {
		this.written = text;
	}

	/** Takes what a run of it gave. */
	take(raw: IRun): void {
		this.raw = raw;
		this.status = raw.status;
		this.waitTill = raw.waitTill ? new Date(raw.waitTill).getTime() : undefined;
		this.data = raw.data;
		this.written = raw.status === 'waiting' ? stringify(raw.data) : undefined;
	}
}

/** What n8n-core needs for executions that run others. */
export type SubExecutions = Pick<
	IWorkflowExecuteAdditionalData,
	'executeWorkflow' | 'getRunExecutionData'
>;

/** Runs the data of an execution in n8n-core. */
type Process = (execution: StoredExecution, data: IRunExecutionData) => Promise<IRun>;

/**
 * The executions of an engine: stored like in n8n's database, with sub-executions that wait and the parents that they wake.
 * Follows `executeWorkflow`, `getRunData` and `updateParentExecutionWithChildResults` of n8n 2.41.
 */
export class Executions {
	readonly all = new Map<string, StoredExecution>();

	constructor(private readonly process: Process) {}

	/** Runs a new execution, until it ends or waits. */
	async begin(
		json: WorkflowJson,
		mode: WorkflowExecuteMode,
		data: IRunExecutionData,
		more: Pick<Begun, 'parent' | 'executionTimeoutTimestamp'> = {},
	): Promise<StoredExecution> {
		const id = String(this.all.size + 1);
		const execution = new StoredExecution({ id, json, mode, ...more }, data);
		this.all.set(id, execution);
		return await this.goOn(execution, data);
	}

	/** Goes on with an execution that waits, as in another process; one that ends wakes its parent. */
	async resume(execution: StoredExecution): Promise<StoredExecution> {
		await this.goOn(execution, parse(execution.text) as IRunExecutionData);
		const parent = this.all.get(execution.parent?.executionId ?? '');
		if (execution.status === 'waiting' || parent?.status !== 'waiting') return execution;
		if (this.handOver(execution, parent)) await this.resume(parent);
		return execution;
	}

	/** Lets the executions that wait go on when their time has come, until one has ended. */
	async settle(
		execution: StoredExecution,
		onTurn?: (turn: StoredExecution) => void | Promise<void>,
	): Promise<StoredExecution> {
		while (execution.status === 'waiting') {
			const [next] = [...this.all.values()]
				.filter(({ status }) => status === 'waiting')
				.sort((a, b) => (a.waitTill ?? 0) - (b.waitTill ?? 0));
			jest.setSystemTime(Math.max(Date.now(), next.waitTill ?? 0));
			await this.resume(next);
			await onTurn?.(next);
		}
		return execution;
	}

	/** Stops an execution, as the stop button does; what it waits for goes on. */
	stop(id: string): void {
		const execution = this.all.get(id)!;
		const data = parse(execution.text) as IRunExecutionData;
		data.resultData.error = Object.assign(new Error('The execution was cancelled manually'), {
			name: 'ManualExecutionCancelledError',
		}) as never;
		Object.assign(execution, { status: 'canceled', waitTill: undefined, text: stringify(data) });
	}

	/** @returns what n8n-core needs of the executions. */
	forCore(): SubExecutions {
		return {
			getRunExecutionData: async (id) => {
				const execution = this.all.get(id);
				return execution && (parse(execution.text) as IRunExecutionData);
			},
			executeWorkflow: async (info, _additionalData, options) =>
				await this.executeWorkflow(info, options),
		};
	}

	private async goOn(
		execution: StoredExecution,
		data: IRunExecutionData,
	): Promise<StoredExecution> {
		execution.take(await this.process(execution, data));
		return execution;
	}

	private async executeWorkflow(
		{ code }: IExecuteWorkflowInfo,
		{ inputData, parentExecution }: ExecuteWorkflowOptions,
	): Promise<ExecuteWorkflowData> {
		const json = JSON.parse(JSON.stringify(code)) as WorkflowJson;
		const node = json.nodes.find(({ type }) => type.endsWith('executeWorkflowTrigger')) as INode;
		const data = createRunExecutionData({
			executionData: {
				nodeExecutionStack: [
					{
						node,
						data: { main: [inputData ?? [{ json: {} }]] },
						metadata: { parentExecution },
						source: null,
					},
				],
			},
			parentExecution,
		});
		const child = await this.begin(json, 'integrated', data, { parent: parentExecution });
		const { error } = child.raw!.data.resultData;
		if (error) throw error;
		return {
			executionId: child.id,
			data: lastRun(child.raw!.data)?.data?.main ?? [],
			waitTill: child.raw!.waitTill,
		} as ExecuteWorkflowData;
	}

	/** Hands the result or the error of a sub-execution to the execution that waits for it. */
	private handOver(child: StoredExecution, parent: StoredExecution): boolean {
		const { data: childData } = child.raw!;
		const result = lastRun(childData)?.data;
		const { error } = childData.resultData;
		const data = parse(parent.text) as IRunExecutionData;
		const waiting = data.executionData?.nodeExecutionStack[0];
		const ids = waiting?.metadata?.waitingChildExecutionIds;
		if (!waiting || (!error && !result) || (ids?.length && !ids.includes(child.id))) return false;
		if (error) waiting.metadata = { ...waiting.metadata, resumeError: error } as never;
		else waiting.data = result as never;
		parent.text = stringify(data);
		return true;
	}
}

/** @returns the last run of the node that was executed last. */
function lastRun({ resultData: { runData, lastNodeExecuted } }: IRunExecutionData) {
	return lastNodeExecuted === undefined ? undefined : runData[lastNodeExecuted]?.at(-1);
}
