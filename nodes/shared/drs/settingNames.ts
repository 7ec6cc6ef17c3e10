import { findEngine, SCENARIOS, type DbType } from './scenarios';

/** `job_direction`, as the editor and messages name it. */
export const DIRECTION_NAMES = {
	up: 'To the Cloud',
	down: 'Out of the Cloud',
	'non-dbs': 'Self-Built to Self-Built',
} as const;

/** `net_type`, as the console names it. */
export const NETWORK_NAMES = {
	eip: 'Public Network (EIP)',
	vpc: 'VPC',
	vpn: 'VPN or Direct Connect',
} as const;

/** `task_type`, as the editor and messages name it. */
export const TASK_MODE_NAMES = {
	FULL_INCR_TRANS: 'Full + Incremental',
	FULL_TRANS: 'Full',
	INCR_TRANS: 'Incremental',
} as const;

/** `db_type`, as the editor and messages name it. */
export const DATABASE_TYPE_NAMES: Readonly<Record<DbType, string>> = {
	taurus: 'GaussDB(for MySQL)',
	mongodb: 'MongoDB',
	mysql: 'MySQL',
	postgresql: 'PostgreSQL',
};

const SCENARIO_NAMES = Object.fromEntries(
	SCENARIOS.map(({ dbUseType, noun }) => [dbUseType, noun]),
);

/** A setting's path in a request or the parts of it, and how messages name them. */
const LABELS: Readonly<Record<string, string>> = {
	'target_endpoint.inst_id': 'Target DB Instance',
	source_endpoint: 'Source Database',
	target_endpoint: 'Target Database',
	db_use_type: 'Scenario',
	engine_type: 'Engine',
	job_direction: 'Direction',
	net_type: 'Network Type',
	task_type: 'Task Mode',
	customize_sutnet_id: 'Replication Subnet',
	is_target_readonly: 'Target Is Read-Only',
	multi_write: 'Dual-Active',
	description: 'Description',
	master_az: 'Primary Zone',
	slave_az: 'Standby Zone',
	db_type: 'Database Type',
	region: 'Region',
	inst_id: 'DB Instance',
	ip: 'Host',
	db_port: 'Port',
	db_user: 'User',
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	db_use_type: SCENARIO_NAMES,
	job_direction: DIRECTION_NAMES,
	net_type: NETWORK_NAMES,
	task_type: TASK_MODE_NAMES,
	db_type: DATABASE_TYPE_NAMES,
};

/** @returns an engine as the editor names it; one that was typed by the user as it is */
export const engineName = (engineType: string): string =>
	findEngine(engineType)?.label ?? engineType;

/**
 * @param path where a request has the setting, such as `source_endpoint.ip`
 * @returns how the editor names it, such as "Source Database → Host"
 */
export const settingName = (path: string): string =>
	LABELS[path] ??
	path
		.split('.')
		.map((part) => LABELS[part] ?? part)
		.join(' → ');

/**
 * @param path where a request has the setting
 * @param value its value, as text
 * @returns the value as the editor names it; as it is where the editor has no name for it
 */
export function settingValueName(path: string, value: string): string {
	const field = path.split('.').at(-1) ?? path;
	if (field === 'engine_type') return engineName(value);
	const names = VALUES[field] ?? {};
	return Object.hasOwn(names, value) ? names[value] : value;
}
