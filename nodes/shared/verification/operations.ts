import type { IDataObject } from 'n8n-workflow';
import { afterStop } from './afterStop';
import { verificationSql, type VerificationSqlInput } from './sql';
import type { VerificationSettings } from './types';

/**
 * `verification` → `getSql`: one item for each statement of a level, in the order in which they have to run. No item means
 * that nothing is open on this level.
 */
export const verificationSqlItems = (request: VerificationSqlInput): IDataObject[] =>
	verificationSql(request).map(({ name, sql, mayFail }, index) => ({
		server: request.server,
		side: request.side,
		level: request.level,
		order: index + 1,
		name,
		sql,
		mayFail,
	}));

/**
 * `verification` → `getSql`, level `afterStop`: one item for each pair, with the statements that a person reviews and runs after the stop.
 *
 * @param items the rows of the inventories of both sides, read after the stop
 * @param settings the same as for the statements
 */
export const repairItems = (
	items: readonly IDataObject[],
	settings: Partial<VerificationSettings>,
): IDataObject[] => afterStop(items, settings).map((left) => ({ ...left }));
