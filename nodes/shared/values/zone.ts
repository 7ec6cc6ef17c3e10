/** A time zone: it knows the offset at every moment. */
export interface Zone {
	/** Its IANA name, such as Europe/Berlin. */
	name: string;
	/** @returns how far the clocks are ahead of UTC at a moment, both in ms. */
	offsetAt(time: number): number;
}

const FIELDS = {
	hourCycle: 'h23',
	year: 'numeric',
	month: 'numeric',
	day: 'numeric',
	hour: 'numeric',
	minute: 'numeric',
	second: 'numeric',
} as const;

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/**
 * @param name an IANA name, such as Europe/Berlin
 * @returns the zone; undefined if this Node.js does not know it
 */
export function createZone(name: string): Zone | undefined {
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('en-US', { ...FIELDS, timeZone: name });
	} catch {
		return undefined;
	}
	return {
		name,
		offsetAt: (time) => {
			const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, +value]));
			const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
			const local = Date.UTC(
				part('year'),
				part('month') - 1,
				part('day'),
				part('hour'),
				part('minute'),
				part('second'),
			);
			return local - Math.floor(time / SECOND) * SECOND;
		},
	};
}

/**
 * Finds the moment at which the clocks of a zone show a time. Where they show it twice, it is the first; where they skip it,
 * it is as long after the skip as it stands after its beginning, as in most calendars (RFC 5545).
 *
 * @param local the time that the clocks show, as if it were UTC, in ms
 * @param zone the zone
 * @returns the moment in ms
 */
export function fromLocal(local: number, zone: Zone): number {
	const before = zone.offsetAt(local - DAY);
	const after = zone.offsetAt(local + DAY);
	const fitting = [before, after].find((offset) => zone.offsetAt(local - offset) === offset);
	return local - (fitting ?? before);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** @returns a moment as the clocks of a zone show it, in ISO 8601 with its offset. */
export function formatLocal(time: number, zone: Zone): string {
	const offset = zone.offsetAt(time);
	const minutes = Math.round(Math.abs(offset) / 60 / SECOND);
	const sign = offset < 0 ? '-' : '+';
	const local = new Date(time + offset).toISOString().slice(0, -1);
	return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
