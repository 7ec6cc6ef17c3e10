import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readInstant } from '../../../../nodes/shared/values/instant.ts';
import { createZone, formatLocal, fromLocal } from '../../../../nodes/shared/values/zone.ts';

const berlin = createZone('Europe/Berlin')!;
const utcOf = (value: unknown, zone = berlin) => {
	const reading = readInstant(value, zone);
	return reading.ok ? reading.value.utc : reading.fault;
};

describe('a time', () => {
	it.each([
		['2027-12-01T22:00:00', '2027-12-01T21:00:00.000Z'],
		['2026-10-01T10:00:00', '2026-10-01T08:00:00.000Z'],
		[' 2027-12-01T22:00:00Z ', '2027-12-01T22:00:00.000Z'],
		['\ufeff2027-12-01T22:00:00Z\n', '2027-12-01T22:00:00.000Z'],
		['2027-12-01T22:00:00+05:30', '2027-12-01T16:30:00.000Z'],
		['2027-12-01T22:00:00-08:00', '2027-12-02T06:00:00.000Z'],
		['2027-12-01T22:00:00-0800', '2027-12-02T06:00:00.000Z'],
		['2027-12-01 22:00:00+02', '2027-12-01T20:00:00.000Z'],
		['2027-12-01 22:00', '2027-12-01T21:00:00.000Z'],
		['2027-12-01t22:00z', '2027-12-01T22:00:00.000Z'],
		['2027-12-01T22:00:00.1234567Z', '2027-12-01T22:00:00.123Z'],
		['2027-12-01T22:00:00,5Z', '2027-12-01T22:00:00.500Z'],
		['2027-12-01', '2027-11-30T23:00:00.000Z'],
		['2028-02-29T12:00:00Z', '2028-02-29T12:00:00.000Z'],
		[1827698400000, '2027-12-01T22:00:00.000Z'],
		[1827698400000n, '2027-12-01T22:00:00.000Z'],
		['1827698400000', '2027-12-01T22:00:00.000Z'],
		[' 1827698400000 ', '2027-12-01T22:00:00.000Z'],
		[new Date('2027-12-01T22:00:00Z'), '2027-12-01T22:00:00.000Z'],
		[DateTime.fromISO('2027-12-01T22:00:00+05:30'), '2027-12-01T16:30:00.000Z'],
		[DateTime.fromISO('2027-12-01T22:00:00+05:30').toISO(), '2027-12-01T16:30:00.000Z'],
		// Clocks skip 2:00 to 3:00 on 28 March 2027, and show it twice on 31 October.
		['2027-03-28T01:59:59', '2027-03-28T00:59:59.000Z'],
		['2027-03-28T02:30:00', '2027-03-28T01:30:00.000Z'],
		['2027-03-28T03:00:00', '2027-03-28T01:00:00.000Z'],
		['2027-10-31T01:59:59', '2027-10-30T23:59:59.000Z'],
		['2027-10-31T02:30:00', '2027-10-31T00:30:00.000Z'],
		['2027-10-31T03:00:00', '2027-10-31T02:00:00.000Z'],
	])('%p is %s', (value, utc) => {
		expect(utcOf(value)).toBe(utc);
	});

	it.each([
		['01.12.2027 22:00', '"01.12.2027 22:00" is not a time'],
		['01.12.2027', 'is not a time'],
		['1.12.', 'is not a time'],
		['12/11/2027 22:00', 'is not a time'],
		['12/11/2027', 'is not a time'],
		['2027/12/01', 'is not a time'],
		['2', 'is not a time'],
		[2, '2 is not a time'],
		['2027', 'is not a time'],
		['2027-12', 'is not a time'],
		['20271201', 'is not a time'],
		['20271201T220000Z', 'is not a time'],
		[1827698400, 'is not a time'],
		['1827698400', 'is not a time'],
		[1827698400000.5, 'is not a time'],
		[-1827698400000, 'is not a time'],
		[45992.5, 'is not a time'],
		['2027-W48-3', 'is not a time'],
		['tomorrow', 'is not a time'],
		['22:00', 'is not a time'],
		['Dec 1, 2027', 'is not a time'],
		['Wed, 01 Dec 2027 22:00:00 GMT', 'is not a time'],
		['2027-12-01T22:00:00+25:00', 'is not a time'],
		['2027-12-01T22:00:00+01:75', 'is not a time'],
		['2027-12-01T22:00:00[Europe/Berlin]', 'is not a time'],
		['2027-12-01T22:00:00\u200b', '[U+200B]'],
		['2027-02-30T10:00:00Z', '"2027-02-30T10:00:00Z" does not exist in the calendar'],
		['2027-02-29', 'does not exist'],
		['2027-13-01', 'does not exist'],
		['2027-00-10', 'does not exist'],
		['2027-12-01T24:00:00Z', 'does not exist'],
		['2027-12-01T22:60:00Z', 'does not exist'],
		['0001-02-30', 'does not exist'],
		[NaN, 'a failed calculation is not a time'],
		[Infinity, 'is not a time'],
		[true, 'is not a time'],
		[['2027-12-01'], 'is not a time'],
		[{ date: '2027-12-01' }, 'is not a time'],
		[new Date(NaN), 'is not a time'],
		[DateTime.fromISO('no time'), 'is not a time'],
		[{ toMillis: () => 'x' }, 'is not a time'],
		[{ toMillis: () => 1e300 }, 'is not a time'],
	])('%p is refused', (value, fault) => {
		expect(utcOf(value)).toContain(fault);
	});

	it('is told in UTC and in the zone', () => {
		expect(readInstant('2027-07-01T22:00:00', berlin)).toEqual({
			ok: true,
			value: {
				milliseconds: Date.UTC(2027, 6, 1, 20),
				utc: '2027-07-01T20:00:00.000Z',
				local: '2027-07-01T22:00:00.000+02:00',
			},
		});
	});

	it('needs an offset where the zone is unknown', () => {
		expect(createZone('Mars/Olympus')).toBeUndefined();
		expect(readInstant('2027-07-01T22:00:00', undefined)).toMatchObject({ ok: false });
		expect(readInstant('2027-07-01T22:00:00+02:00', undefined)).toMatchObject({
			ok: true,
			value: { local: '2027-07-01T20:00:00.000Z' },
		});
	});
});

const ZONES = [
	'UTC',
	'Europe/Berlin',
	'America/New_York',
	'America/St_Johns',
	'Asia/Kathmandu',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Africa/Casablanca',
];

describe.each(ZONES)('the zone %s', (name) => {
	const zone = createZone(name)!;
	const anyMoment = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2100, 0) });

	it('has the offset that Luxon knows', () => {
		fc.assert(
			fc.property(anyMoment, (time) => {
				const { offset } = DateTime.fromMillis(time, { zone: name });
				expect(zone.offsetAt(time)).toBe(offset * 60_000);
			}),
		);
	});

	it('gives a time and takes it back', () => {
		fc.assert(
			fc.property(anyMoment, (time) => {
				expect(readInstant(formatLocal(time, zone), zone)).toMatchObject({
					ok: true,
					value: { milliseconds: time, utc: new Date(time).toISOString() },
				});
				const back = fromLocal(time + zone.offsetAt(time), zone);
				expect(back === time || zone.offsetAt(back) > zone.offsetAt(time)).toBe(true);
			}),
		);
	});
});
