import type { IDataObject } from 'n8n-workflow';
import { finiteNumber, readText } from '../values/read';
import { ENDED, isFailedStatus, PAUSED, statusLabel } from './statuses';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a task costs. DRS bills a task from its creation to its end; the price is that of the user's contract. */
export interface Cost {
	/** How long the task has existed; null where the service does not say since when, or it has ended. */
	ageHours: number | null;
	/** Up to now, and for each further day; null without a price, and where the age is not known. */
	soFar: number | null;
	perDay: number | null;
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/**
 * @param details of a task (drs_api_0151)
 * @param now in ms since 1970
 * @param pricePerHour of a task, in any currency; undefined where it is not given
 */
export function costOf(details: IDataObject, now: number, pricePerHour: number | undefined): Cost {
	const created = finiteNumber(details.create_time);
	// Nobody pays for these any more, and the service does not say when they ended.
	const hasEnded = ENDED.has(readText(details.status) ?? '');
	const hours = created === undefined || hasEnded ? undefined : Math.max(0, now - created) / HOUR;
	const isPaid = pricePerHour !== undefined && !hasEnded;
	return {
		ageHours: hours === undefined ? null : Math.round(hours * 10) / 10,
		soFar: hours === undefined || !isPaid ? null : cents(hours * pricePerHour),
		perDay: isPaid ? cents(24 * pricePerHour) : null,
	};
}

/** Why a task costs money and does nothing. */
export type IdleRule = 'notStarted' | 'failed' | 'transferred' | 'paused';

/** A task that does nothing. */
export interface Idle {
	rule: IdleRule;
	/** In whole days. */
	days: number;
	/** In words. */
	reason: string;
}

/** @returns the rule for a status, since when it holds, and what it says; undefined for a task that works or has ended */
function ruleOf(details: IDataObject): [IdleRule, unknown, string] | undefined {
	const status = readText(details.status) ?? '';
	if (status === 'CONFIGURATION') {
		return ['notStarted', details.create_time, 'was created and has not been started'];
	}
	if (isFailedStatus(status)) {
		const label = statusLabel(status).toLowerCase();
		return ['failed', details.update_time, `has failed (${label})`];
	}
	if (status === 'FULL_TRANSFER_COMPLETE') {
		const since = details.full_transfer_complete_time ?? details.update_time;
		return ['transferred', since, 'has transferred everything and has not been stopped'];
	}
	return PAUSED.includes(status) ? ['paused', details.update_time, 'is paused'] : undefined;
}

/**
 * Finds tasks that cost money and do nothing. One that transfers, replicates, starts, waits for its start or is being
 * stopped is none; nor is one of which the service does not say since when it stands.
 *
 * @param details of a task (drs_api_0151)
 * @param now in ms since 1970
 * @param days how long it may stand like that
 */
export function idleOf(details: IDataObject, now: number, days: number): Idle | undefined {
	const [rule, time, words] = ruleOf(details) ?? [];
	const since = finiteNumber(time);
	if (rule === undefined || since === undefined || now - since < days * DAY) return undefined;
	const count = Math.floor((now - since) / DAY);
	return {
		rule,
		days: count,
		reason: `The task ${words} for ${count} ${count === 1 ? 'day' : 'days'}`,
	};
}
