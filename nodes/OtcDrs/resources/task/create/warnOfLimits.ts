import type { IExecuteFunctions } from 'n8n-workflow';
import { manualLimits } from '../../../../shared/drs/constraints/manualLimits';
import type { TaskBody } from '../../../../shared/drs/taskBody';

/** Warns of tasks that the user manual rules out and the API reference does not; they are sent nevertheless. */
export function warnOfLimits(context: IExecuteFunctions, bodies: readonly TaskBody[]): void {
	const rules = [...new Set(bodies.flatMap(manualLimits))];
	if (rules.length === 0) return;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `The user manual of DRS says: ${rules.join('; ')}. The API reference does not, so the node does not refuse it.`,
	});
}
