import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { property } from '../../values/read';

const MINUTE = 60_000;

/**
 * Refuses a work that n8n would end before its time is over: with a time limit for the workflow, n8n cancels the execution
 * when it is to continue, and the result is lost.
 *
 * @param context the running node
 * @param deadline until when the work may take, in ms since 1970
 * @param now in ms since 1970
 * @throws NodeOperationError that names the setting
 */
export function refuseIfTimeLimited(
	context: IExecuteFunctions,
	deadline: number,
	now: number,
): void {
	/** Not part of n8n's interface for nodes, and the same in all versions from 2.0. */
	const limit = property(property(context, 'additionalData'), 'executionTimeoutTimestamp');
	if (typeof limit !== 'number' || limit >= deadline) return;
	const minutes = Math.max(0, Math.round((limit - now) / MINUTE));
	throw new NodeOperationError(
		context.getNode(),
		`The workflow times out in ${minutes} minutes, but this node may have to wait longer`,
		{
			description:
				'Turn off "Timeout Workflow" in the settings of the workflow (or EXECUTIONS_TIMEOUT of n8n), or lower the time limits of this node.',
		},
	);
}
