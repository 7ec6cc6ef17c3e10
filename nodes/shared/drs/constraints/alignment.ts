import type { IDataObject } from 'n8n-workflow';
import { finiteNumber, readText } from '../../values/read';

/** A parameter that is not set, and why. */
export interface SkippedParameter extends IDataObject {
	key: string;
	source_value: string;
	reason: string;
}

/** What is set in the target, and what is not. */
export interface Alignment {
	aligned: IDataObject[];
	skipped: SkippedParameter[];
}

const BUFFER_POOL = 'innodb_buffer_pool_size';

/** The share of the target's memory that its buffer pool may take: with more the target may not start (drs_03_0131). */
const BUFFER_POOL_SHARE = 0.7;

const NUMBERS = /^\s*(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*$/;

/**
 * @param value of a parameter
 * @param range what the target takes, as the service writes it: `30-100000`, or words such as `ON|OFF`
 * @returns whether the value is within the range; a range that cannot be read allows everything
 */
export function isWithin(value: string, range: string): boolean {
	const [, least, most] = NUMBERS.exec(range) ?? [];
	if (least !== undefined) {
		const number = finiteNumber(value);
		return number !== undefined && number >= Number(least) && number <= Number(most);
	}
	if (!range.includes('|')) return true;
	return range.split('|').some((word) => word.trim().toLowerCase() === value.trim().toLowerCase());
}

/**
 * Decides which parameters of the target get the values of the source.
 *
 * @param differences parameters with `key`, `source_value` and `value_range`
 * @param memory of the target in bytes; undefined where it is not known
 * @returns those that may be set, and those that may not with the reason
 */
export function planAlignment(
	differences: readonly IDataObject[],
	memory: number | undefined,
): Alignment {
	const aligned: IDataObject[] = [];
	const skipped: SkippedParameter[] = [];
	for (const difference of differences) {
		const key = String(difference.key);
		const value = readText(difference.source_value);
		const range = readText(difference.value_range) ?? '';
		const skip = (reason: string) => {
			skipped.push({ key, source_value: value ?? '', reason });
		};
		if (value === undefined) skip('the source has no value for it');
		else if (!isWithin(value, range)) skip(`the target takes ${range.slice(0, 200)}`);
		else if (
			key === BUFFER_POOL &&
			memory !== undefined &&
			Number(value) > memory * BUFFER_POOL_SHARE
		) {
			const most = Math.floor(memory * BUFFER_POOL_SHARE);
			skip(`it would take more than 70 % of the target's memory (at most ${most})`);
		} else aligned.push(difference);
	}
	return { aligned, skipped };
}

/** @returns whether the memory of the target has to be known to decide about these differences */
export const needsMemory = (differences: readonly IDataObject[]): boolean =>
	differences.some(({ key }) => key === BUFFER_POOL);
