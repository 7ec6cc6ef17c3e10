import { readRows, type ReadRows } from '../sql/rows';
import { mysqlAfterStop } from './mysqlAfterStop';
import { readPairs } from './pair';
import { postgresAfterStop } from './postgresAfterStop';
import { DEFAULT_VERIFICATION, type Repair, type VerificationSettings } from './types';

/** What is left to do for one pair. */
export interface AfterStop {
	server: string;
	repairs: Repair[];
	/** Why nothing can be said; null where it can. */
	problem: string | null;
}

/**
 * Lists what a task leaves behind: sequences and auto-increment that stand too low, replication slots, triggers and events
 * that were not carried over. Nothing is run; the statements are for a person to review.
 *
 * @param items rows of the inventories of both sides, read after the stop
 * @param given what is different from the usual settings
 * @returns one result for each pair
 */
export function afterStop(
	items: readonly unknown[],
	given: Partial<VerificationSettings> = {},
): AfterStop[] {
	const settings = { ...DEFAULT_VERIFICATION, ...given };
	const read: ReadRows = readRows(items);
	return readPairs(read, settings).map(({ server, source, target }) => {
		if (!source || !target || source.family !== target.family) {
			const problem = 'The inventories of both sides are needed.';
			return { server, repairs: [], problem };
		}
		const of = source.family === 'mysql' ? mysqlAfterStop : postgresAfterStop;
		const reason = [...source.problems, ...target.problems].map((each) => each.reason).join(' ');
		return {
			server,
			repairs: of(read, server, source, target, settings),
			problem: reason === '' ? null : reason,
		};
	});
}
