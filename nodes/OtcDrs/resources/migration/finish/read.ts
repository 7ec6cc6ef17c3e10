import { success, type Outcome } from '../../../../shared/failures/failure';
import { sendingOptionsOf } from '../../../../shared/n8n/options';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { CHECKS, DRAIN_MINUTES, INTERVAL_SECONDS, STOP_MINUTES } from './fields';
import type { FinishPlan } from './state';

/** @returns the settings of a run, which are the same for all items; or the field that is wrong with it */
export function readFinishSettings(
	reader: Reader,
): Outcome<Omit<FinishPlan, 'finishes' | 'rejected'>> {
	const sending = sendingOptionsOf(reader, 'change');
	if (!sending.ok) return sending;
	const read = reader.same([
		'drainChecks',
		'drainMinutes',
		'options.drainInterval',
		'options.stopMinutes',
	]);
	if (!read.ok) return read;
	const fields = read.value;
	return success({
		...sending.value,
		checks: fields.number('drainChecks') ?? CHECKS,
		interval: fields.number('options.drainInterval') ?? INTERVAL_SECONDS,
		drainMinutes: fields.number('drainMinutes') ?? DRAIN_MINUTES,
		stopMinutes: fields.number('options.stopMinutes') ?? STOP_MINUTES,
	});
}
