import type { IDataObject } from 'n8n-workflow';
import { GOALS, type GoalName } from '../../../../shared/drs/goals';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import { readTaskIds } from '../../../../shared/fields/task';
import { numberField } from '../../../../shared/n8n/numberField';
import { readSendingOptions } from '../../../../shared/n8n/options';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import type { Wait, WaitPlan } from './plan';

const SECOND = 1_000;
const UNITS: Record<string, number> = {
	minutes: 60 * SECOND,
	hours: 3_600 * SECOND,
	days: 86_400 * SECOND,
};

/** The pauses that can be set, in seconds. */
const SHORTEST = 1;
const A_WEEK = 7 * 86_400;

/** The usual pauses, in seconds. */
const FIRST = 60;
const LONGEST = 600;

function readGoal(reader: ParameterReader, item: number): Outcome<Wait['goal']> {
	const name = reader.get<string>('target', item, 'replicating');
	if (name !== 'statuses') return success(name in GOALS ? (name as GoalName) : 'replicating');
	const statuses = reader.get<string[]>('statuses', item, []);
	return Array.isArray(statuses) && statuses.length > 0
		? success(statuses)
		: failed(toFailure([fieldProblem('Statuses', 'is empty', 'Choose at least one status.')]));
}

/** @returns the waits of one item: for which tasks, for what and how long; or the field that is wrong */
export function readWaits(reader: ParameterReader, item: number): Outcome<Wait[]> {
	const ids = readTaskIds(reader, item);
	if (!ids.ok) return ids;
	const goal = readGoal(reader, item);
	if (!goal.ok) return goal;
	const timeout = numberField('Time Limit', reader.get('timeout', item, 24), {
		fallback: 24,
		least: 0,
		most: Number.MAX_SAFE_INTEGER,
		clamp: true,
	});
	if (!timeout.ok) return timeout;
	const unit = UNITS[reader.get<string>('timeoutUnit', item, 'hours')] ?? UNITS.hours;
	const limit = timeout.value > 0 ? timeout.value * unit : null;
	return success(ids.value.map((id) => ({ item, id, goal: goal.value, limit })));
}

/** Zero and less stand for the usual pause. */
function readInterval(value: unknown, name: string, fallback: number): Outcome<number> {
	const seconds = numberField(name, value, { fallback, least: 0, most: A_WEEK, clamp: true });
	if (!seconds.ok) return seconds;
	return success(seconds.value === 0 ? fallback : Math.max(SHORTEST, seconds.value));
}

/** @returns the settings of all waits, or the field that is wrong */
export function readSettings(
	reader: ParameterReader,
): Outcome<Omit<WaitPlan, 'waits' | 'rejected'>> {
	const options = reader.get<IDataObject>('options', 0, {});
	const first = readInterval(options.interval, 'Initial Interval (Seconds)', FIRST);
	if (!first.ok) return first;
	const longest = readInterval(options.maxInterval, 'Max Interval (Seconds)', LONGEST);
	if (!longest.ok) return longest;
	return success({
		...readSendingOptions(options, 'query'),
		firstInterval: first.value * SECOND,
		longestInterval: Math.max(first.value, longest.value) * SECOND,
		failUnlessReached: options.failUnlessReached === true,
	});
}
