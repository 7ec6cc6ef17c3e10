import type { IDataObject } from 'n8n-workflow';
import { failedReason } from '../../../../shared/drs/failedReason';
import { lagSeconds } from '../../../../shared/drs/lag';
import { statusLabel } from '../../../../shared/drs/statuses';
import { readText } from '../../../../shared/values/read';

const HOUR = 3_600_000;

/** What somebody has found out about both databases, and when. */
export interface VerificationRule {
	verdict?: string;
	/** In ms since 1970. */
	at?: number;
	/** In hours. */
	maxAge: number;
}

/** The verdict that lets a cut-over continue. */
const IDENTICAL = 'identical';

/**
 * @param status of the task
 * @param details of the task
 * @returns what is wrong with a cut-over in what the service says of the task, in words
 */
export function problemsOfTask(status: string, details: IDataObject): string[] {
	const problems: string[] = [];
	if (!isReplicating(status, details)) {
		problems.push(`The task does not replicate: its status is ${statusLabel(status)} (${status})`);
	}
	const reason = failedReason(details) ?? readText(details.error_code);
	if (reason !== undefined) problems.push(`The service reports an error: ${reason}`);
	return problems;
}

/** @returns whether a task has moved all and still follows; one that transfers once has nothing to follow. */
const isReplicating = (status: string, { task_type: mode }: IDataObject): boolean =>
	status === 'INCRE_TRANSFER_STARTED' ||
	(mode === 'FULL_TRANS' && status === 'FULL_TRANSFER_COMPLETE');

/** @returns the lag of a task in seconds; 0 for one that transfers once; undefined where the service says none. */
export const lagOf = (
	progress: IDataObject,
	{ task_type: mode }: IDataObject,
): number | undefined => (mode === 'FULL_TRANS' ? 0 : lagSeconds(progress));

/** @returns what is wrong with a cut-over in a lag, in words; undefined where nothing does */
export function problemOfLag(lag: number | undefined, most: number): string | undefined {
	if (lag === undefined) return 'The service does not report the lag';
	return lag > most ? `The lag is ${lag} seconds, more than ${most}` : undefined;
}

/** @returns what is wrong with a cut-over in the largest lag of the last minutes, in words; undefined where nothing does */
export const problemOfPastLag = (
	worst: number,
	most: number,
	minutes: number,
): string | undefined =>
	worst > most
		? `Cloud Eye has recorded a lag of ${worst} seconds within ${minutes} minutes, more than ${most}`
		: undefined;

/** @returns the objects of a progress that are not moved, in words. */
export function problemsOfObjects(progress: IDataObject): string[] {
	const map = progress.progress_map;
	if (typeof map !== 'object' || map === null || Array.isArray(map)) return [];
	return Object.entries(map as IDataObject).flatMap(([name, part]) => {
		const done = readText((part as IDataObject | null)?.completed);
		return done === undefined || Number.parseFloat(done) >= 100
			? []
			: [`"${name}" is only ${done} % complete`];
	});
}

/** @returns what is wrong with a cut-over in a verification that was asked for, in words; undefined where nothing does */
export function problemOfVerification(
	{ verdict, at, maxAge }: VerificationRule,
	now: number,
): string | undefined {
	if (verdict === undefined) return 'A verification is required, but there is none';
	if (verdict.toLowerCase() !== IDENTICAL) {
		return `The verification says "${verdict.slice(0, 60)}", not "${IDENTICAL}"`;
	}
	if (at === undefined) return 'It is not known when the verification was made';
	const hours = Math.round(((now - at) / HOUR) * 10) / 10;
	if (hours < 0) return 'The verification is dated in the future';
	return hours > maxAge
		? `The verification is ${hours} hours old; the limit is ${maxAge}`
		: undefined;
}
