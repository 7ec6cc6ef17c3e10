import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../failures/failure';
import { explainThrown } from '../explainThrown';
import { ownText } from '../parameters/fromContext';
import type { ItemResult } from '../results';
import { markedItem, unmarkItems } from './marked';
import type { Parked } from './parked';
import { lookAtParent } from './parent';
import { present } from './present';
import { unseal } from './seal';
import { resumesReliably } from './version';
import { allFailed, type AnyWork, type Waiter } from './work';

const MINUTE = 60_000;

/** What a turn needs of the node that takes it. */
export interface TurnTaker<C extends Waiter> {
	findWork(name: string): AnyWork<C> | undefined;
	/** Reads the credential. @returns its secret, and what makes the client for a plan */
	connect(): Promise<{ secret: string; client(plan: unknown): C }>;
}

/** What n8n stores between two turns, in the sub-execution. */
interface Memory {
	progress?: unknown;
	/** How often the parent was not seen waiting. */
	missed?: number;
}

const CHANGED: Failure = {
	message: 'The secret of the credential was changed while the node was waiting',
	description:
		'The plan of the run is encrypted with it and can no longer be read. Run the node again. It continues from what the service has done so far.',
};

const unknownWork = (name: string): Failure => ({
	message: `The node was waiting for "${name}", which this version of n8n-nodes-otc-drs does not know`,
	description: 'Run the node again. It continues from what the service has done so far.',
});

/** Lets the sub-execution wait, and its parent with it. @returns what comes out if the next turn does not come to its end */
async function waitUntil(
	context: IExecuteFunctions,
	until: number,
	{ count }: Parked,
): Promise<INodeExecutionData[][]> {
	await context.putExecutionToWait(new Date(until));
	return [Array.from({ length: count }, (_, item) => markedItem(item)), []];
}

/** The turn itself. @returns when the next one is due, or what became of the items */
async function work<C extends Waiter>(
	{ findWork, connect }: TurnTaker<C>,
	parked: Parked,
	memory: Memory,
): Promise<number | { results: ItemResult[]; keepsItems: boolean }> {
	const all = (failure: Failure) => ({
		results: allFailed(parked.count, failure),
		keepsItems: false,
	});
	const found = findWork(parked.work);
	if (!found) return all(unknownWork(parked.work));
	try {
		const { secret, client } = await connect();
		const plan = await unseal(secret, parked.parentId, parked.sealed);
		if (!plan) return all(CHANGED);
		const { value } = plan;
		const turn = await found.turn(client(value), value, memory.progress);
		if (turn.kind === 'again') return turn.until;
		if (turn.kind === 'refused') return all(turn.failure);
		return { results: found.results(value, memory.progress), keepsItems: found.keepsItems };
	} catch (error) {
		return all(explainThrown(error));
	}
}

/**
 * Takes a turn of a parked work, in its sub-execution. The first one only parks. Any other first looks whether somebody
 * still waits for the work; if not, it ends without doing anything.
 *
 * @param context the running node
 * @param taker finds the work, and connects to the service
 * @returns the items of the two outputs: the first leads back to the node, the second to the end
 * @throws NodeApiError or NodeOperationError for the first failed item when the node is set to stop; with n8n 2.0, which
 * loses such an error, items with `error` come out instead
 */
export async function takeTurn<C extends Waiter>(
	context: IExecuteFunctions,
	taker: TurnTaker<C>,
): Promise<INodeExecutionData[][]> {
	const parked = JSON.parse(ownText(context, 'parkedWork')) as Parked;
	const memory = context.getContext('node') as Memory;
	if (memory.progress === undefined) {
		memory.progress = parked.progress;
		return await waitUntil(context, parked.until, parked);
	}
	const parent = await lookAtParent(context, parked);
	const isMissed = parent.kind === 'unknown' && (memory.missed ?? 0) < 10;
	memory.missed = isMissed ? (memory.missed ?? 0) + 1 : 0;
	if (isMissed) return await waitUntil(context, Date.now() + MINUTE, parked);
	if (parent.kind !== 'parked') return [[], []];
	const done = await work(taker, parked, memory);
	if (typeof done === 'number') return await waitUntil(context, done, parked);
	const node: INode = { ...context.getNode(), id: parked.parentNode, name: parked.parentName };
	const items = unmarkItems(parent.items);
	const continues = parked.continues || !resumesReliably();
	return [[], present({ node, items, continues }, done, done.results)];
}
