import type { IDataObject } from 'n8n-workflow';
import { fieldProblem, isWholeBetween, type FieldProblem } from '../../failures/fieldProblems';
import { recordsIn } from '../../values/json';
import { readNumber } from '../../values/read';

/** The most time ranges of a task. */
export const MOST_RANGES = 3;
const BEGIN = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^([01]\d|2[0-3]):59$/;
const DAY = 24;

/** @returns the hours of a range; one that ends before it begins goes over midnight */
function hoursOf({ begin, end }: IDataObject): number[] {
	const first = Number(String(begin).slice(0, 2));
	const length = (Number(String(end).slice(0, 2)) - first + DAY) % DAY;
	return Array.from({ length: length + 1 }, (_, hour) => (first + hour) % DAY);
}

function checkRange({ begin, end, speed }: IDataObject): FieldProblem[] {
	const isTime = BEGIN.test(String(begin)) && END.test(String(end));
	return [
		...(isTime
			? []
			: [
					fieldProblem(
						'Time Ranges → First Hour, Last Hour',
						`"${String(begin)}" to "${String(end)}" is not possible`,
						'Enter whole hours from 0 to 23.',
					),
				]),
		...(isWholeBetween(readNumber(speed) ?? NaN, 1, 9_999)
			? []
			: [
					fieldProblem(
						'Time Ranges → Speed Limit (MB per Second)',
						`${String(speed)} is not possible`,
						'Enter whole megabytes per second from 1 to 9999.',
					),
				]),
	];
}

/**
 * Checks the time ranges of a task (drs_03_0130): at most three, which do not overlap. An empty list lifts the limit.
 *
 * @param body the whole entry, additional request fields included
 * @returns what is wrong with it, by the names of the fields
 */
export function checkFlowControl(body: IDataObject): FieldProblem[] {
	const ranges = recordsIn(body.speed_limit);
	if (ranges.length > MOST_RANGES) {
		const fault = `has ${ranges.length} entries`;
		return [fieldProblem('Time Ranges', fault, `Enter at most ${MOST_RANGES} time ranges.`)];
	}
	const problems = ranges.flatMap(checkRange);
	if (problems.length > 0) return problems;
	const hours = ranges.flatMap(hoursOf);
	if (new Set(hours).size === hours.length) return [];
	return [fieldProblem('Time Ranges', 'overlap', 'Let every hour belong to one range at most.')];
}
