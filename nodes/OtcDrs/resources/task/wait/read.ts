import { isGoalName } from '../../../../shared/drs/goals';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import { taskIdsOf } from '../../../../shared/fields/task';
import { sendingOptionsOf } from '../../../../shared/n8n/options';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { FIRST_SECONDS, LONGEST_SECONDS } from './fields';
import type { Wait, WaitPlan } from './plan';

const SECOND = 1_000;
const UNITS: Record<string, number> = {
	minutes: 60 * SECOND,
	hours: 3_600 * SECOND,
	days: 86_400 * SECOND,
};

function readGoal(fields: Fields): Outcome<Wait['goal']> {
	const name = fields.option('target');
	if (name !== 'statuses') return success(isGoalName(name) ? name : 'replicating');
	const statuses = fields.list('statuses') ?? [];
	return statuses.length > 0
		? success(statuses)
		: failed(toFailure([fieldProblem('Statuses', 'is empty', 'Choose at least one status.')]));
}

/**
 * @param fields the fields of an item
 * @param item its index
 * @returns the waits of the item: for which tasks, for what and how long; or the field that is wrong
 */
export function readWaits(fields: Fields, item: number): Outcome<Wait[]> {
	const ids = taskIdsOf(fields);
	if (!ids.ok) return ids;
	const goal = readGoal(fields);
	if (!goal.ok) return goal;
	const timeout = fields.number('timeout') ?? 0;
	const unit = UNITS[fields.option('timeoutUnit') ?? 'hours'] ?? UNITS.hours;
	const limit = timeout > 0 ? timeout * unit : null;
	const failUnlessReached = fields.group('options').flag('failUnlessReached') === true;
	return success(ids.value.map((id) => ({ item, id, goal: goal.value, limit, failUnlessReached })));
}

/**
 * @param reader the parameters of the node
 * @returns the settings of all waits, or the field that is wrong
 */
export function readSettings(reader: Reader): Outcome<Omit<WaitPlan, 'waits' | 'settled'>> {
	const sending = sendingOptionsOf(reader, 'query');
	if (!sending.ok) return sending;
	const read = reader.same(['options.interval', 'options.maxInterval']);
	if (!read.ok) return read;
	const first = read.value.number('options.interval') ?? FIRST_SECONDS;
	const longest = read.value.number('options.maxInterval') ?? LONGEST_SECONDS;
	return success({
		...sending.value,
		firstInterval: first * SECOND,
		longestInterval: Math.max(first, longest) * SECOND,
	});
}
