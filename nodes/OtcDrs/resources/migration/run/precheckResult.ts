import type { IDataObject } from 'n8n-workflow';
import { serviceText } from '../../../../shared/failures/serviceError';
import { recordsIn } from '../../../../shared/values/json';
import { remedyFor } from './precheckRemedies';

/** What the result of a pre-check says, as people need it. */
export interface PrecheckFindings {
	failures: IDataObject[];
	alarms: IDataObject[];
	/** Those that keep the task from being started. */
	standing: IDataObject[];
	hasPassed: boolean;
}

/** @returns an item of a pre-check as people need it: what, why, and what to do. */
function explain({
	item,
	result,
	failed_reason: reason,
	raw_error_msg: raw,
}: IDataObject): IDataObject {
	const name = serviceText(item) ?? 'an item without a name';
	return { item: name, result, reason: serviceText(reason, raw), remedy: remedyFor(name) };
}

/**
 * @param result of a pre-check that has ended
 * @param acceptAlarms whether a task is started in spite of alarms
 */
export function readFindings(result: IDataObject, acceptAlarms: boolean): PrecheckFindings {
	const items = recordsIn(result.precheck_result);
	const failures = items.filter((entry) => entry.result === 'FAILED').map(explain);
	const alarms = items.filter((entry) => entry.result === 'ALARM').map(explain);
	const standing = [...failures, ...(acceptAlarms ? [] : alarms)];
	const hasPassed = standing.length === 0 && result.result !== false;
	return { failures, alarms, standing, hasPassed };
}
