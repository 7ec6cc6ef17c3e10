import { accept, refuse, type Reading } from './reading';
import { shown } from './visible';
import { formatLocal, fromLocal, type Zone } from './zone';

/** A moment that a user entered. */
export interface Instant {
	/** Milliseconds since 1970. */
	milliseconds: number;
	/** In UTC, such as `2027-12-01T21:00:00.000Z`. */
	utc: string;
	/** In the workflow's time zone, such as `2027-12-01T22:00:00.000+01:00`. */
	local: string;
}

const REMEDY =
	"Enter a time such as 2027-12-01T22:00:00 (in the workflow's time zone), 2027-12-01T22:00:00+01:00, or milliseconds since 1970.";

const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

/** Milliseconds from 1973 on; what has fewer digits are seconds, a date without separators, or no time at all. */
const EPOCH = /^\d{12,14}$/;

const MINUTE = 60_000;
const MAX_OFFSET_MINUTES = 18 * 60;

const noTime = (value: unknown): Reading<never> => refuse(`${shown(value)} is not a time`, REMEDY);

/** @returns the time that the parts name, as if it were UTC; undefined for a day or an hour that does not exist. */
function localOf(parts: readonly number[]): number | undefined {
	const [year, month, day, hour, minute, second, millisecond] = parts;
	const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, millisecond));
	const isSame =
		date.getUTCFullYear() === year &&
		date.getUTCMonth() === month - 1 &&
		date.getUTCDate() === day &&
		hour < 24 &&
		minute < 60 &&
		second < 60;
	return isSame ? date.getTime() : undefined;
}

function readIso(text: string, zone: Zone | undefined): Reading<number> {
	const match = ISO.exec(text);
	if (match === null) return noTime(text);
	const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0'] = match;
	const [utc, sign, hours, minutes = '0'] = match.slice(8);
	const millisecond = fraction.padEnd(3, '0').slice(0, 3);
	const local = localOf([year, month, day, hour, minute, second, millisecond].map(Number));
	if (local === undefined) return refuse(`${shown(text)} does not exist in the calendar`, REMEDY);
	if (utc !== undefined) return accept(local);
	if (sign !== undefined) {
		const offset = Number(hours) * 60 + Number(minutes);
		if (offset > MAX_OFFSET_MINUTES || Number(minutes) > 59) return noTime(text);
		return accept(local - (sign === '-' ? -offset : offset) * MINUTE);
	}
	return zone === undefined
		? refuse(
				`${shown(text)} has no offset, and the time zone of the workflow is unknown`,
				'Enter the time with its offset, such as 2027-12-01T22:00:00+01:00.',
			)
		: accept(fromLocal(local, zone));
}

/** @returns the milliseconds of a `Date`, or of a Luxon time, which is known by its method; undefined for anything else. */
function fromObject(value: object): number | undefined {
	if (value instanceof Date) return value.getTime();
	if (!('toMillis' in value) || typeof value.toMillis !== 'function') return undefined;
	const milliseconds: unknown = value.toMillis();
	return typeof milliseconds === 'number' ? milliseconds : undefined;
}

function readMilliseconds(value: unknown, zone: Zone | undefined): Reading<number> {
	if (typeof value === 'number' || typeof value === 'bigint') {
		return EPOCH.test(`${value}`) ? accept(Number(value)) : noTime(value);
	}
	if (typeof value === 'string') {
		const text = value.trim();
		return EPOCH.test(text) ? accept(Number(text)) : readIso(text, zone);
	}
	const milliseconds = typeof value === 'object' && value !== null ? fromObject(value) : undefined;
	return milliseconds === undefined || Number.isNaN(milliseconds)
		? noTime(value)
		: accept(milliseconds);
}

/**
 * Reads a time as users and their data give it.
 *
 * @param value ISO 8601, milliseconds since 1970 as a number or text, a `Date`, or a Luxon time
 * @param zone the workflow's time zone, for a text without an offset; undefined if it is unknown
 * @returns the moment; or why the value is none, such as 30 February or `01.12.2027`
 */
export function readInstant(value: unknown, zone: Zone | undefined): Reading<Instant> {
	const reading = readMilliseconds(value, zone);
	if (!reading.ok) return reading;
	const milliseconds = reading.value;
	const date = new Date(milliseconds);
	if (Number.isNaN(date.getTime())) return noTime(value);
	const utc = date.toISOString();
	return accept({
		milliseconds,
		utc,
		local: zone === undefined ? utc : formatLocal(milliseconds, zone),
	});
}
