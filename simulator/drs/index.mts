import { createComparison, getComparison } from './operations/comparison.mts';
import * as configuration from './operations/configuration.mts';
import * as connection from './operations/connection.mts';
import { createTasks } from './operations/create.mts';
import * as lifecycle from './operations/lifecycle.mts';
import * as parameters from './operations/parameters.mts';
import { getPrecheckResults, precheck } from './operations/precheck.mts';
import { listTasks } from './operations/list.mts';
import { getTaskProgress } from './operations/progress.mts';
import { getTaskDetails, getTaskStatuses } from './operations/query.mts';
import * as switchover from './operations/switchover.mts';
import type { DrsHandler } from './request.mts';

export {
	createDrsContext,
	DEFAULT_DURATIONS,
	type DrsContext,
	type Durations,
} from './context.mts';
export { DEFAULT_FORMS, isListTimes, type Forms } from './forms.mts';
export { metricData, metricList } from './metrics.mts';
export { outcomeProblem, type OutcomeKind, type OutcomeRule } from './outcomeRules.mts';
export { OutcomeBook } from './outcomes.mts';
export type { DrsHandler, DrsRequest } from './request.mts';
export { TaskStore } from './store.mts';

/** All operations of DRS v3, by the operation's ID in the contract. */
export const drsOperations: Record<string, DrsHandler> = {
	createTasks,
	listTasks,
	getTaskStatuses,
	getTaskDetails,
	getTaskProgress,
	precheck,
	getPrecheckResults,
	createComparison,
	getComparison,
	...configuration,
	...connection,
	...lifecycle,
	...parameters,
	...switchover,
};
