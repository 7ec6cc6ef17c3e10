import { costOf, idleOf } from '../../../../nodes/shared/drs/cost.ts';
import { STATUSES } from '../../../../nodes/shared/drs/statuses.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 100 * DAY;

const details = (status: string, daysAgo = 10) => ({
	status,
	create_time: String(NOW - daysAgo * DAY),
	update_time: String(NOW - daysAgo * DAY),
	full_transfer_complete_time: String(NOW - daysAgo * DAY),
});

describe('the cost of a task', () => {
	it('runs from its creation to its end', () => {
		expect(costOf(details('INCRE_TRANSFER_STARTED'), NOW, 0.5)).toEqual({
			ageHours: 240,
			soFar: 120,
			perDay: 12,
		});
		const ended = { ageHours: null, soFar: null, perDay: null };
		expect(costOf(details('RELEASE_RESOURCE_COMPLETE'), NOW, 0.5)).toEqual(ended);
		expect(costOf(details('DELETED'), NOW, 0.5)).toEqual(ended);
		expect(costOf(details('RELEASE_RESOURCE_STARTED'), NOW, 0.5).soFar).toBe(120);
	});

	it('is not told without a price, or without the time of the creation', () => {
		expect(costOf(details('PAUSING'), NOW, undefined)).toMatchObject({ soFar: null, perDay: null });
		const local = { status: 'PAUSING', create_time: '2020-12-21 10:57:49' };
		expect(costOf(local, NOW, 1)).toEqual({ ageHours: null, soFar: null, perDay: 24 });
		expect(costOf({}, NOW, 0.5)).toEqual({ ageHours: null, soFar: null, perDay: 12 });
	});
});

describe('an idle task', () => {
	it.each([
		['CONFIGURATION', 'notStarted'],
		['CREATE_FAILED', 'failed'],
		['START_JOB_FAILED', 'failed'],
		['FULL_TRANSFER_FAILED', 'failed'],
		['SOMETHING_NEW_FAILED', 'failed'],
		['FULL_TRANSFER_COMPLETE', 'transferred'],
		['PAUSING', 'paused'],
	])('in %s falls under the rule %s, from its day on', (status, rule) => {
		expect(idleOf(details(status, 3), NOW, 3)).toMatchObject({ rule, days: 3 });
		expect(idleOf(details(status, 2.99), NOW, 3)).toBeUndefined();
	});

	it('is never one that works, waits for its start, is being stopped, or has ended', () => {
		const idle = new Set(
			STATUSES.filter((status) => idleOf(details(status, 90), NOW, 0) !== undefined),
		);
		for (const status of STATUSES) {
			const doesNothing =
				status.endsWith('_FAILED') ||
				['CONFIGURATION', 'FULL_TRANSFER_COMPLETE', 'PAUSING'].includes(status);
			expect([status, idle.has(status)]).toEqual([status, doesNothing]);
		}
		expect(idleOf(details('SOMETHING_NEW', 90), NOW, 0)).toBeUndefined();
	});

	it('is none where the service does not say since when', () => {
		expect(idleOf({ status: 'PAUSING' }, NOW, 0)).toBeUndefined();
	});
});
