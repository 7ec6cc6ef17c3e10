import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { withoutUndefined } from '../shared/values/withoutUndefined';
import { withoutSecrets } from '../shared/http/withoutSecrets';
import { nextStep } from '../shared/drs/nextStep';
import type { TaskEvent } from './compare';
import { statusOf } from './statusOf';

/**
 * @param happened the event
 * @param reason why the task failed, in the service's words
 * @param now the present time in ms since 1970
 * @returns the item that starts the workflow
 */
export function toItem(
	{ event, task, oldStatus, delay }: TaskEvent,
	reason: string | undefined,
	now: number,
): INodeExecutionData {
	const status = statusOf(task);
	return {
		json: withoutUndefined({
			event,
			task: withoutSecrets(task),
			old_status: oldStatus,
			new_status: status,
			delay_seconds: delay,
			reason,
			next_step: nextStep(status),
			detected_at: new Date(now).toISOString(),
		}) as IDataObject,
	};
}
