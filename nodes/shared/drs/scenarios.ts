/** The three scenarios of DRS, as `db_use_type` names them. */
export type DbUseType = 'migration' | 'sync' | 'cloudDataGuard';

/** One scenario: the operation that creates its tasks, and what it can move. */
export interface Scenario {
	dbUseType: DbUseType;
	operation: 'createMigration' | 'createSync' | 'createDisasterRecovery';
	/** What its tasks are called in messages. */
	noun: string;
	engines: readonly Engine[];
	netTypes: ReadonlyArray<'eip' | 'vpc' | 'vpn'>;
}

/** A replication engine: `engine_type`, and the database types on both sides. */
export interface Engine {
	value: string;
	label: string;
	sourceDbType: DbType;
	targetDbType: DbType;
}

/** The database types of an endpoint, as `db_type` names them. */
export type DbType = 'mysql' | 'mongodb' | 'taurus' | 'postgresql';

const MYSQL: Engine = {
	value: 'mysql',
	label: 'MySQL to MySQL',
	sourceDbType: 'mysql',
	targetDbType: 'mysql',
};

/** Real-time migration: MySQL to RDS for MySQL, MongoDB to DDS. */
export const MIGRATION: Scenario = {
	dbUseType: 'migration',
	operation: 'createMigration',
	noun: 'migration',
	engines: [
		MYSQL,
		{ value: 'mongodb', label: 'MongoDB to DDS', sourceDbType: 'mongodb', targetDbType: 'mongodb' },
	],
	netTypes: ['eip', 'vpc', 'vpn'],
};

/** Real-time synchronization: MySQL to RDS for MySQL or GaussDB(for MySQL), PostgreSQL to RDS for PostgreSQL. */
export const SYNC: Scenario = {
	dbUseType: 'sync',
	operation: 'createSync',
	noun: 'synchronization',
	engines: [
		MYSQL,
		{
			value: 'mysql-to-taurus',
			label: 'MySQL to GaussDB(for MySQL)',
			sourceDbType: 'mysql',
			targetDbType: 'taurus',
		},
		{
			value: 'postgresql',
			label: 'PostgreSQL to PostgreSQL',
			sourceDbType: 'postgresql',
			targetDbType: 'postgresql',
		},
	],
	netTypes: ['eip', 'vpc', 'vpn'],
};

/** Real-time disaster recovery: MySQL to RDS for MySQL, not within one VPC. */
export const DISASTER_RECOVERY: Scenario = {
	dbUseType: 'cloudDataGuard',
	operation: 'createDisasterRecovery',
	noun: 'disaster recovery',
	engines: [
		{ ...MYSQL, value: 'cloudDataGuard-mysql', label: 'MySQL to MySQL (Disaster Recovery)' },
	],
	netTypes: ['eip', 'vpn'],
};

/** All scenarios. */
export const SCENARIOS: readonly Scenario[] = [MIGRATION, SYNC, DISASTER_RECOVERY];

/** All engines, each once: that of the first scenario which offers it. */
export const ENGINES: readonly Engine[] = SCENARIOS.flatMap(({ engines }) => engines).filter(
	({ value }, index, all) => all.findIndex((engine) => engine.value === value) === index,
);

/** @returns the engine with this `engine_type`, whatever the scenario; undefined for one typed by the user. */
export const findEngine = (engineType: string): Engine | undefined =>
	ENGINES.find(({ value }) => value === engineType);

/** @returns the `engine_type` that a text names, by its value or its label, in any case; the text itself if it is another one. */
export function engineTypeOf(text: string): string {
	const name = text.toLowerCase();
	const named = ENGINES.find(
		({ value, label }) => value.toLowerCase() === name || label.toLowerCase() === name,
	);
	return named?.value ?? text;
}

/** @returns the scenario that usually moves this engine: the first one that offers it; migration for one typed by the user. */
export const usualScenario = (engineType: string): Scenario =>
	SCENARIOS.find(({ engines }) => engines.some(({ value }) => value === engineType)) ?? MIGRATION;
