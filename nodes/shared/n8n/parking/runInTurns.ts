import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { earlierTries } from '../earlierTries';
import { isTool } from '../isTool';
import { markItems } from './marked';
import { toWorkflow, type Parked } from './parked';
import { present } from './present';
import { seal } from './seal';
import { refuseIfTimeLimited } from './timeLimit';
import { resumesReliably } from './version';
import { allFailed, type Waiter, type Work } from './work';

const SECOND = 1_000;

/** A work that takes less in all waits within the execution: n8n wakes executions once a minute. */
const SHORT = 65 * SECOND;

/**
 * How long a node looks again within its execution before it parks, in ms: what is quick needs no sub-execution. Tests that
 * are about parking set it to 0.
 */
export const patience = { milliseconds: 10 * SECOND };

/** After the deadline, so long is waited for a sub-execution that does not end. */
const GRACE = 30 * 60 * SECOND;

/** The latest time that n8n's databases take. */
const LATEST = Date.UTC(2999, 0, 1);

/** What a work needs of the node that begins it. */
export interface Beginning<P, S, C extends Waiter> {
	context: IExecuteFunctions;
	client: C;
	/** Of the credential; the plan is encrypted with it. */
	secret: string;
	work: Work<P, S, C>;
	plan: P;
	progress: S;
}

/** Parks the execution of the node until the work has ended. @returns the output if it need not be parked after all */
async function park<P, S, C extends Waiter>(
	{ context, client, secret, work, plan, progress }: Beginning<P, S, C>,
	until: number,
	deadline: number,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const node = context.getNode();
	const executionId = context.getExecutionId();
	const workflowId = String(context.getWorkflow().id);
	const parked: Parked = {
		work: work.name,
		parentId: executionId,
		parentNode: node.id,
		parentName: node.name,
		count: items.length,
		continues: context.continueOnFail(),
		until,
		deadline,
		sealed: await seal(secret, executionId, plan),
		progress,
	};
	const child = await context.executeWorkflow(
		{ code: toWorkflow(node, parked) },
		[{ json: {} }],
		undefined,
		{
			parentExecution: { executionId, workflowId, shouldResume: true },
			executionMode: context.getMode(),
		},
	);
	if (!child.waitTill) return child.data?.[0] ?? [];
	context.setMetadata({ subExecution: { executionId: child.executionId, workflowId } });
	if (!resumesReliably()) {
		items.splice(0, items.length, ...markItems(items));
		const wakeAt = Math.min(LATEST, Math.max(deadline, client.now()) + GRACE);
		await context.putExecutionToWait(new Date(wakeAt));
	}
	return [];
}

/**
 * Does a work in turns. The first turn runs in the execution of the node, so that what is wrong with its settings is an
 * error as of any node. Then the node is parked in a sub-execution, which holds no worker and survives restarts; a work
 * that is short, and one of an AI agent, waits within the execution.
 *
 * @param beginning the node, the work, and what it starts with; `progress` is brought up to date
 * @returns the items of the output; those of a parked node come later, from the sub-execution
 * @throws what the first turn throws, and NodeOperationError when n8n would end the execution too early
 */
export async function runInTurns<P, S, C extends Waiter>(
	beginning: Beginning<P, S, C>,
): Promise<INodeExecutionData[]> {
	const { context, client, work, plan, progress } = beginning;
	const receiver = {
		node: context.getNode(),
		items: context.getInputData(),
		continues: context.continueOnFail(),
	};
	const began = client.now();
	const deadline = Math.min(LATEST, work.deadline(plan, progress));
	/** A tool cannot be parked. */
	const staysHere = isTool(context) || deadline - began < SHORT;
	if (!staysHere) refuseIfTimeLimited(context, deadline, began);
	for (let pause = SECOND; ; pause += SECOND) {
		const turn = await work.turn(client, plan, progress);
		if (turn.kind === 'refused') {
			return present(
				receiver,
				{ keepsItems: false },
				allFailed(receiver.items.length, turn.failure),
			);
		}
		if (turn.kind === 'done') break;
		const soon = client.now() + pause;
		if (!staysHere && soon - began > patience.milliseconds)
			return await park(beginning, turn.until, deadline);
		const until = staysHere ? turn.until : Math.min(turn.until, soon);
		if (!(await client.wait(until - client.now()))) {
			throw new NodeOperationError(context.getNode(), 'The execution was stopped while waiting', {
				description: 'Requests that were already sent continue in the cloud.',
			});
		}
	}
	const results = work.results(plan, progress);
	earlierTries(context).remember(results);
	return present(receiver, work, results);
}
