import type { Code } from './problems.mts';
import type { Json, Task } from './task.mts';

/** What refuses an entry: a documented code, and the name that its message mentions. */
export interface RuleProblem {
	refused: Code;
	name?: string;
}

const empty = (name: string): RuleProblem => ({ refused: 'DRS.M00201', name });
const wrong = (name: string): RuleProblem => ({ refused: 'DRS.M00202', name });
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What a modification after the connection test has to name (drs_03_0107, table 4). */
const AFTER_TEST = ['engine_type', 'net_type', 'node_type', 'source_endpoint', 'target_endpoint'];

/** @returns what a modification lacks that saves the databases of a task */
export function modificationProblem(entry: Json): RuleProblem | undefined {
	if (entry.store_db_info !== true) return undefined;
	const missing = AFTER_TEST.find((name) => isEmpty(entry[name]));
	if (missing !== undefined) return empty(missing);
	for (const side of ['source_endpoint', 'target_endpoint']) {
		if (isEmpty((entry[side] as Json).db_type)) return empty(`${side}.db_type`);
	}
	const isMySql = (entry.source_endpoint as Json).db_type === 'mysql';
	return isMySql && isEmpty(entry.replace_definer) ? empty('replace_definer') : undefined;
}

/** @returns what a connection test lacks: the certificate where SSL is on, the place of a cloud instance if wanted */
export function connectionProblem(entry: Json, placeRequired: boolean): RuleProblem | undefined {
	const certificate =
		entry.ssl_link === true ? ['ssl_cert_key', 'ssl_cert_name', 'ssl_cert_check_sum'] : [];
	const place = placeRequired && !isEmpty(entry.inst_id) ? ['region', 'vpc_id', 'subnet_id'] : [];
	const missing = [...certificate, ...place].find((name) => isEmpty(entry[name]));
	if (missing !== undefined) return empty(missing);
	const isMongo = entry.db_type === 'mongodb' && !isEmpty(entry.db_port);
	return isMongo && Number(entry.db_port) !== 0 ? wrong('db_port') : undefined;
}

const NODE_FIELDS = ['dbtype', 'nettype', 'endpointtype', 'ip', 'dbuser', 'dbpassword'];

/** @returns what the nodes of a cluster's connection test lack (drs_03_0106 prints a list, its ports 0) */
export function clusterProblem(nodes: readonly Json[]): RuleProblem | undefined {
	if (nodes.length === 0) return wrong('property');
	for (const node of nodes) {
		const missing = NODE_FIELDS.find((name) => isEmpty(node[name]));
		if (missing !== undefined) return empty(missing);
		if (node.dbtype === 'mongodb' && Number(node.dbport) !== 0) return wrong('dbport');
		if (String(node.ip).includes(',')) return wrong('ip');
	}
	return undefined;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @returns the hours of a range, over midnight where it ends before it begins */
function hoursOf(begin: unknown, end: unknown): number[] {
	const first = Number(String(begin).slice(0, 2));
	const length = (Number(String(end).slice(0, 2)) - first + 24) % 24;
	return Array.from({ length: length + 1 }, (_, hour) => (first + hour) % 24);
}

/** @returns what is wrong with the time ranges of a task (drs_03_0130); none of them lifts the limit */
export function speedProblem(ranges: readonly Json[], task?: Task): RuleProblem | undefined {
	if (task?.settings.task_type === 'INCR_TRANS') return { refused: 'DRS.M00403' };
	if (ranges.length > 3) return { refused: 'DRS.M00305', name: 'speed_limit' };
	for (const { begin, end, speed } of ranges) {
		if (begin === end) return { refused: 'DRS.M00306' };
		if (!TIME.test(String(begin))) return wrong('begin');
		if (!TIME.test(String(end)) || !String(end).endsWith(':59')) return wrong('end');
		const rate = Number(speed);
		if (!Number.isInteger(rate) || rate < 1 || rate > 9_999) return wrong('speed');
	}
	const hours = ranges.flatMap(({ begin, end }) => hoursOf(begin, end));
	const overlaps = new Set(hours).size < hours.length;
	return overlaps ? { refused: 'DRS.M00305', name: 'speed_limit' } : undefined;
}

const MOST_TABLES = 10_000;

/** @returns what is wrong with a data processing rule (drs_api_0103): a table has one rule, a task 10,000 tables */
export function processingProblem(entry: Json, task: Task): RuleProblem | undefined {
	const tablesOf = (rule: Json): unknown[] =>
		((rule.object_info ?? []) as Json[]).map(({ id }) => id);
	const own = tablesOf(entry);
	const ruled = task.transformations.flatMap(tablesOf);
	if (own.length + ruled.length > MOST_TABLES) return wrong('object_info');
	const all = [...own, ...ruled];
	return new Set(all).size < all.length ? { refused: 'DRS.M07000' } : undefined;
}

/** @returns why the objects of a task cannot be chosen: a recovery has none to choose, and the databases come first */
export function selectionProblem(task: Task): RuleProblem | undefined {
	if (task.settings.db_use_type === 'cloudDataGuard') return { refused: 'DRS.M00302' };
	return task.tested.size === 2 && task.stored ? undefined : { refused: 'DRS.M00304' };
}

const isMySql = ({ settings }: Task): boolean =>
	['mysql', 'cloudDataGuard-mysql'].includes(String(settings.engine_type));

/** @returns why parameters of a task are neither read nor set: MySQL, migration or recovery, up, CONFIGURATION only */
export function parametersProblem(task: Task): RuleProblem | undefined {
	const { db_use_type: scenario, job_direction: direction } = task.settings;
	if (!isMySql(task) || scenario === 'sync' || direction !== 'up') {
		return { refused: 'DRS.M00302' };
	}
	return task.status === 'CONFIGURATION' ? undefined : { refused: 'DRS.M00304' };
}

/** @returns why a task cannot be compared: the page names MySQL recoveries that run (drs_03_0136) */
export function comparisonProblem(task: Task): RuleProblem | undefined {
	return isMySql(task) && task.settings.db_use_type === 'cloudDataGuard'
		? undefined
		: { refused: 'DRS.M00302' };
}

/** @returns why a virtual IP address cannot be switched: only self-built databases in synchronization have two (drs_03_0147) */
export function vipProblem(task: Task): RuleProblem | undefined {
	const { db_use_type: scenario, job_direction: direction } = task.settings;
	if (scenario !== 'sync' || direction !== 'non-dbs') return { refused: 'DRS.M00302' };
	return task.status === 'INCRE_TRANSFER_STARTED' ? undefined : { refused: 'DRS.M00304' };
}
