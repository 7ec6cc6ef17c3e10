import type { IExecuteFunctions, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';
import type { Parked } from './parked';

/** What a turn finds out about the execution that waits for it. */
export type ParentState =
	/** It waits, with these items. */
	| { kind: 'parked'; items: INodeExecutionData[] }
	/** It was stopped, has failed or is gone, or one that it works for has. */
	| { kind: 'dead' }
	/** It could not be read. */
	| { kind: 'unknown' };

const MOST_ANCESTORS = 20;

const hasEnded = (data: IRunExecutionData | undefined): boolean =>
	!data || data.resultData.error !== undefined;

/** @returns the execution that waits for this one; undefined for none. */
const waitingFor = ({ parentExecution }: IRunExecutionData): string | undefined =>
	parentExecution?.shouldResume === false ? undefined : parentExecution?.executionId;

/** @returns whether an execution further up, which waits for this one, was stopped. */
async function isOrphaned(context: IExecuteFunctions, data: IRunExecutionData): Promise<boolean> {
	let id = waitingFor(data);
	for (let count = 0; id !== undefined && count < MOST_ANCESTORS; count++) {
		const ancestor = await context.getExecutionDataById(id);
		if (!ancestor || hasEnded(ancestor)) return true;
		id = waitingFor(ancestor);
	}
	return false;
}

/**
 * Looks whether somebody still waits for the work: n8n does not end a sub-execution when its parent is stopped or deleted.
 *
 * @param context a turn
 * @param parked who waits
 */
export async function lookAtParent(
	context: IExecuteFunctions,
	{ parentId, parentNode }: Pick<Parked, 'parentId' | 'parentNode'>,
): Promise<ParentState> {
	try {
		const data = await context.getExecutionDataById(parentId);
		if (!data || hasEnded(data)) return { kind: 'dead' };
		const waiting = data.executionData?.nodeExecutionStack[0];
		const children = waiting?.metadata?.waitingChildExecutionIds;
		const isOther = children !== undefined && !children.includes(context.getExecutionId());
		if (waiting?.node.id !== parentNode || isOther) return { kind: 'dead' };
		if (await isOrphaned(context, data)) return { kind: 'dead' };
		return { kind: 'parked', items: waiting.data.main[0] ?? [] };
	} catch {
		return { kind: 'unknown' };
	}
}
