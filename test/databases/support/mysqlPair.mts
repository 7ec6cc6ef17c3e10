/** MariaDB under the version of a MySQL server: the service names no MariaDB, and Debian has no MySQL. */
export const SETTINGS = {
	version: '8.0.36',
	'log-bin': 'binlog',
	'log-slave-updates': '1',
	'binlog-format': 'ROW',
	'expire-logs-days': '7',
	'max-allowed-packet': '134217728',
	'sql-mode': 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO',
	'log-bin-trust-function-creators': '1',
	'lower-case-table-names': '0',
};

/** Who runs the statements, and what this user may do. */
export const USER = 'task@%';
export const SOURCE_GRANT =
	"grant select, show view, event, trigger, lock tables, replication slave, replication client, slave monitor on *.* to task@'%'";
export const TARGET_GRANT = "grant all on *.* to task@'%' with grant option";
