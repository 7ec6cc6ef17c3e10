import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { sendingOptionsOf } from '../../../../shared/n8n/options';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { CHECKS, DRAIN_MINUTES, INTERVAL_SECONDS, STOP_MINUTES } from './fields';
import type { FinishPlan } from './state';

/** @returns the settings of a run, which are the same for all items; or the field that is wrong with it */
export function readFinishSettings(
	reader: Reader,
): Outcome<Omit<FinishPlan, 'finishes' | 'settled'>> {
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
	const checks = fields.number('drainChecks') ?? CHECKS;
	const interval = fields.number('options.drainInterval') ?? INTERVAL_SECONDS;
	const drainMinutes = fields.number('drainMinutes') ?? DRAIN_MINUTES;
	const least = ((checks - 1) * interval) / 60;
	if (least >= drainMinutes) {
		const fault = `${drainMinutes} is too short for ${checks} checks, one every ${interval} seconds`;
		const remedy = `Enter more than ${Math.floor(least)} minutes, or fewer checks.`;
		return failed(toFailure([fieldProblem('Drain at Most (Minutes)', fault, remedy)]));
	}
	return success({
		...sending.value,
		checks,
		interval,
		drainMinutes,
		stopMinutes: fields.number('options.stopMinutes') ?? STOP_MINUTES,
	});
}
