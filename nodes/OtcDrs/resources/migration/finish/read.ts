import type { IDataObject } from 'n8n-workflow';
import { success, type Outcome } from '../../../../shared/failures/failure';
import { readMinutes } from '../../../../shared/fields/minutes';
import { numberField } from '../../../../shared/n8n/numberField';
import { readSendingOptions } from '../../../../shared/n8n/options';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import type { FinishPlan } from './state';

const CHECKS = { fallback: 3, least: 1, most: 100, whole: true };
const INTERVAL = { fallback: 60, least: 1, most: 3_600 };
const DRAIN_MINUTES = 15;
const STOP_MINUTES = 60;

/** @returns the settings of a run, which are the same for all items; or the field that is wrong with it */
export function readFinishSettings(
	reader: ParameterReader,
): Outcome<Omit<FinishPlan, 'finishes' | 'rejected'>> {
	const options = reader.get<IDataObject>('options', 0, {});
	const checks = numberField('Checks Without Lag', reader.get('drainChecks', 0, 3), CHECKS);
	if (!checks.ok) return checks;
	const interval = numberField('Interval (Seconds)', options.drainInterval, INTERVAL);
	if (!interval.ok) return interval;
	const drain = readMinutes(
		'Drain at Most (Minutes)',
		reader.get('drainMinutes', 0, DRAIN_MINUTES),
	);
	if (!drain.ok) return drain;
	const stop = readMinutes('Stop at Most (Minutes)', options.stopMinutes ?? STOP_MINUTES);
	if (!stop.ok) return stop;
	return success({
		...readSendingOptions(options, 'change'),
		checks: checks.value,
		interval: interval.value,
		drainMinutes: drain.value,
		stopMinutes: stop.value,
	});
}
