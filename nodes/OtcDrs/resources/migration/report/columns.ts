import type { INodePropertyOptions } from 'n8n-workflow';
import { byName } from '../../../../shared/n8n/fields';
import type { Row } from './row';

/** The columns that a report can have, in the order in which it shows them. */
export const COLUMNS = [
	'name',
	'engine',
	'scenario',
	'status',
	'progress',
	'delay',
	'remaining',
	'created',
	'reason',
	'age',
	'cost',
	'idle',
] as const;

/** A column of the report, or of a plan, which has one more. */
export type Column = (typeof COLUMNS)[number] | 'steps';

/** The titles of the columns. */
export const COLUMN_TITLES: Record<Column, string> = {
	name: 'Task',
	engine: 'Engine',
	scenario: 'Scenario',
	status: 'Status',
	progress: 'Progress',
	delay: 'Delay',
	remaining: 'Remaining',
	created: 'Created',
	reason: 'Reason',
	age: 'Age',
	cost: 'Cost',
	idle: 'Idle',
	steps: 'Steps',
};

/** The columns as the field "Columns" offers them. */
export const COLUMN_CHOICES: INodePropertyOptions[] = COLUMNS.map((column) => ({
	name: COLUMN_TITLES[column],
	value: column,
})).sort(byName);

const DASH = '–';
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @returns a time span in two units at the most, such as "2 h 5 min"; the input is in seconds. */
export function formatSpan(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	if (whole < MINUTE) return `${whole} s`;
	if (whole < HOUR) return `${Math.floor(whole / MINUTE)} min`;
	const [size, unit, smaller, smallUnit] =
		whole < DAY ? [HOUR, 'h', MINUTE, 'min'] : [DAY, 'd', HOUR, 'h'];
	const rest = Math.floor((whole % Number(size)) / Number(smaller));
	return `${Math.floor(whole / Number(size))} ${unit}${rest > 0 ? ` ${rest} ${smallUnit}` : ''}`;
}

/** @returns a moment such as "2026-11-02 09:15" in a time zone; the input is in ms since 1970. */
export function formatTime(time: number, timeZone: string): string {
	const format = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'short',
	});
	return format.format(new Date(time));
}

/** @returns the text of a cell; the medium has to escape it. */
export function cellText(row: Row, column: Column, timeZone: string): string {
	switch (column) {
		case 'status':
			return row.statusText;
		case 'progress':
			return row.progress === null ? DASH : `${Math.round(row.progress)} %`;
		case 'delay':
			return row.delay === null ? DASH : formatDelay(row.delay);
		case 'remaining':
			return row.remaining === null ? DASH : formatSpan(row.remaining);
		case 'created':
			return row.created === null ? DASH : formatTime(row.created, timeZone);
		case 'age':
			return typeof row.ageHours === 'number' ? formatSpan(row.ageHours * HOUR) : DASH;
		case 'cost':
			return costText(row);
		case 'idle':
			return row.idle?.reason ?? DASH;
		default:
			return row[column] || DASH;
	}
}

const MS = 1_000;

const formatDelay = (seconds: number): string =>
	seconds > 0 && seconds < 1 ? `${Math.round(seconds * MS)} ms` : formatSpan(seconds);

/** @returns what a task has cost and costs per day, such as "12.40 EUR, 4.80 per day". */
function costText({ cost, costPerDay, currency = '' }: Row): string {
	const parts = [
		typeof cost === 'number' ? `${cost.toFixed(2)} ${currency}`.trim() : '',
		typeof costPerDay === 'number' ? `${costPerDay.toFixed(2)} per day` : '',
	].filter((part) => part !== '');
	return parts.length > 0 ? parts.join(', ') : DASH;
}
