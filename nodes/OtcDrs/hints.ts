import type { IDataObject, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

const warning = (message: string): NodeExecutionHint => ({
	type: 'warning',
	location: 'outputPane',
	message,
});

/** A column of the input may be called `error`, too; a failure is an object. */
const isFailed = ({ error }: IDataObject): boolean => typeof error === 'object' && error !== null;

/**
 * @param items what the node gives
 * @returns what a user could overlook in them: failed items of a node that continues, and alarms that were accepted
 */
export function hintsOf(items: readonly INodeExecutionData[]): NodeExecutionHint[] {
	const failed = items.filter(({ json }) => isFailed(json));
	const alarmed = items.filter(({ json }) => !isFailed(json) && json.precheck_alarms !== undefined);
	const of = `of ${items.length} ${items.length === 1 ? 'item' : 'items'}`;
	return [
		...(failed.length === 0
			? []
			: [warning(`${failed.length} ${of} failed. See "error" for the reason and the remedy.`)]),
		...(alarmed.length === 0
			? []
			: [
					warning(
						`${alarmed.length} ${of} passed the pre-check with accepted alarms. See "precheck_alarms".`,
					),
				]),
	];
}
