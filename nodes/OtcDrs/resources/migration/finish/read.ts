import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { MAX_CHANGED_TASKS, taskIdsOf } from '../../../../shared/fields/task';
import { sendingOptionsOf } from '../../../../shared/n8n/options';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { CHECKS, DRAIN_MINUTES, INTERVAL_SECONDS, STOP_MINUTES } from './fields';
import type { Finish, FinishPlan } from './state';

/** @returns the settings of a run, which are the same for all items; or the field that is wrong with it */
export function readFinishSettings(
	reader: Reader,
): Outcome<Omit<FinishPlan, 'finishes' | 'settled'>> {
	const sending = sendingOptionsOf(reader, 'change');
	if (!sending.ok) return sending;
	const read = reader.same(['options.drainInterval']);
	if (!read.ok) return read;
	const interval = read.value.number('options.drainInterval') ?? INTERVAL_SECONDS;
	return success({ ...sending.value, interval });
}

/**
 * @param fields the fields of an item
 * @param item its index
 * @param interval the time between two checks, in seconds
 * @returns the tasks that the item names, each with its limits; or the field that is wrong
 */
export function readFinishes(fields: Fields, item: number, interval: number): Outcome<Finish[]> {
	const ids = taskIdsOf(fields, MAX_CHANGED_TASKS);
	if (!ids.ok) return ids;
	const checks = fields.number('drainChecks') ?? CHECKS;
	const drainMinutes = fields.number('drainMinutes') ?? DRAIN_MINUTES;
	const stopMinutes = fields.group('options').number('stopMinutes') ?? STOP_MINUTES;
	const least = ((checks - 1) * interval) / 60;
	if (least >= drainMinutes) {
		const fault = `${drainMinutes} is too short for ${checks} checks, one every ${interval} seconds`;
		const remedy = `Enter more than ${Math.floor(least)} minutes, or fewer checks.`;
		return failed(toFailure([fieldProblem('Drain at Most (Minutes)', fault, remedy)]));
	}
	return success(ids.value.map((id) => ({ item, id, checks, drainMinutes, stopMinutes })));
}
