import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { failed, success, type Outcome } from '../shared/failures/failure';
import type { SendingOptions } from '../shared/batch/sending';
import { readSendingOptions } from '../shared/n8n/options';
import { ParameterReader } from '../shared/n8n/ParameterReader';
import { fieldProblem, toFailure } from '../shared/failures/fieldProblems';
import { anyOf, GOALS, type Goal, type GoalName } from '../shared/drs/goals';
import { numberField } from '../shared/n8n/numberField';

/** How a run of the node waits. Times in ms. */
export interface WaitSettings extends SendingOptions {
	isDurable: boolean;
	target: Goal;
	/** Infinity for no limit. */
	timeout: number;
	firstInterval: number;
	longestInterval: number;
	releaseTogether: boolean;
}

const SECOND = 1_000;
const UNITS: Record<string, number> = {
	minutes: 60 * SECOND,
	hours: 3_600 * SECOND,
	days: 86_400 * SECOND,
};

/** The pauses between two checks, in seconds: short at first, then longer. */
export const INTERVALS = {
	durable: { first: 60, longest: 600 },
	inMemory: { first: 5, longest: 60 },
} as const;

/** The pauses that can be set, in seconds: n8n needs some time for each check, and stores the moment of the next one. */
const SHORTEST = 1;
const A_WEEK = 7 * 86_400;

/** Zero and less stand for the usual pause. */
function readInterval(value: unknown, name: string, fallback: number): Outcome<number> {
	const seconds = numberField(name, value, { fallback, least: 0, most: A_WEEK, clamp: true });
	if (!seconds.ok) return seconds;
	return success(seconds.value === 0 ? fallback : Math.max(SHORTEST, seconds.value));
}

function readTarget(reader: ParameterReader): Goal {
	const name = reader.get<string>('target', 0, 'replicating');
	return name === 'statuses'
		? anyOf(reader.get<string[]>('statuses', 0, []))
		: (GOALS[name as GoalName] ?? GOALS.replicating);
}

/** @returns whether the node runs as the tool of an AI agent, which has one output and cannot wait for days. */
export const isTool = (context: IExecuteFunctions): boolean =>
	context.getNode().type.endsWith('Tool');

/** @returns the settings of a run, which are the same for all items; or the field that stands against it. */
export function readSettings(context: IExecuteFunctions): Outcome<WaitSettings> {
	const reader = new ParameterReader(context);
	const options = reader.get<IDataObject>('options', 0, {});
	const isDurable = !isTool(context) && reader.get<string>('mode', 0, 'durable') === 'durable';
	const preset = INTERVALS[isDurable ? 'durable' : 'inMemory'];
	const target = readTarget(reader);
	if (target.reached.length === 0) {
		return failed(toFailure([fieldProblem('Statuses', 'is empty', 'Choose at least one status.')]));
	}
	const timeout = numberField('Time Limit', reader.get('timeout', 0, 24), {
		fallback: 24,
		least: 0,
		most: Number.MAX_SAFE_INTEGER,
		clamp: true,
	});
	if (!timeout.ok) return timeout;
	const first = readInterval(options.interval, 'First Interval (Seconds)', preset.first);
	if (!first.ok) return first;
	const longest = readInterval(options.maxInterval, 'Longest Interval (Seconds)', preset.longest);
	if (!longest.ok) return longest;
	const unit = UNITS[reader.get<string>('timeoutUnit', 0, 'hours')] ?? UNITS.hours;
	return success({
		...readSendingOptions(options, 'query'),
		isDurable,
		target,
		timeout: timeout.value > 0 ? timeout.value * unit : Infinity,
		firstInterval: first.value * SECOND,
		longestInterval: Math.max(first.value, longest.value) * SECOND,
		releaseTogether: options.releaseTogether === true,
	});
}

const GROWTH = 1.5;

/**
 * @param turn how many checks were made so far, from 1
 * @param settings first and longest interval in ms
 * @returns the pause before the next check in ms
 */
export const intervalAfter = (
	turn: number,
	{ firstInterval, longestInterval }: Pick<WaitSettings, 'firstInterval' | 'longestInterval'>,
): number => Math.min(longestInterval, Math.round(firstInterval * GROWTH ** (turn - 1)));
