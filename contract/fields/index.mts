import { COMPARISON_LANDINGS } from './comparison.mts';
import { CONFIGURATION_LANDINGS } from './configuration.mts';
import { CONNECTION_LANDINGS } from './connection.mts';
import type { OperationLandings } from './landing.mts';
import { OTHER_LANDINGS } from './others.mts';
import { TASK_LANDINGS } from './task.mts';

/** Where every field of every operation lands in the request: the tests hold the node to it, the documentation shows it. */
export const LANDINGS: readonly OperationLandings[] = [
	...TASK_LANDINGS,
	...CONNECTION_LANDINGS,
	...CONFIGURATION_LANDINGS,
	...COMPARISON_LANDINGS,
	...OTHER_LANDINGS,
];
