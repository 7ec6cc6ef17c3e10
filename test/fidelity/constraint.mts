import type { IDataObject } from 'n8n-workflow';
import { checkFlowControl } from '../../nodes/shared/drs/constraints/flowControl.ts';
import { checkModification } from '../../nodes/shared/drs/constraints/modification.ts';
import { SAVED, type Fields } from '../simulator/drs/engine.mts';

/**
 * What the pages state and no table carries, one row each: what the node says, and what the service does. A sentence stands
 * in place of the node's check where it has none.
 */
export interface Constraint {
	page: string;
	rule: string;
	operation: string;
	list?: string;
	entry: Fields;
	/** The refusal of the service; undefined where it takes the entry. */
	code?: string;
	/** Where the task stands; CONFIGURATION by default. */
	task?: { status?: string; changes?: Fields };
	/** What the node says before it sends, or why it says nothing. */
	node: { check(body: IDataObject): Array<{ field: string }>; fields: string[] } | string;
}

/** The table of the request has it, so that the contract refuses it. */
export const BY_CONTRACT = 'contract';

/** The settings of a disaster recovery task. */
export const RECOVERY = {
	db_use_type: 'cloudDataGuard',
	engine_type: 'cloudDataGuard-mysql',
	net_type: 'vpn',
	multi_write: false,
};

/** Why the node does not check the status. */
export const STATUS_ONLY =
	'The node does not ask for the status first: the refusal names it and those that would do.';

/** Why the node does not check the scenario. */
export const LEFT_TO_SERVICE =
	'The node does not know the scenario of an existing task; the refusal of the service is shown with its remedy.';

/** @returns a constraint on what a modification names */
export const modification = (changes: Fields, fields: string[]): Constraint => ({
	page: 'drs_03_0107',
	rule: `a modification that saves databases names all of table 4: without ${fields.join(', ')}`,
	operation: 'modifyTasks',
	entry: { ...SAVED, ...changes },
	code: fields.length === 0 ? undefined : 'DRS.M00201',
	node: { check: checkModification, fields },
});

/** @returns a constraint on the ranges of a speed limit */
export const speed = (
	rule: string,
	ranges: Array<[begin: string, end: string, speed?: string]>,
	code: string | undefined,
	fields: string[],
): Constraint => ({
	page: 'drs_03_0130',
	rule,
	operation: 'setFlowControl',
	list: 'speed_limits',
	entry: {
		speed_limit: ranges.map(([begin, end, limit = '10']) => ({ begin, end, speed: limit })),
	},
	code,
	node: { check: checkFlowControl, fields },
});
