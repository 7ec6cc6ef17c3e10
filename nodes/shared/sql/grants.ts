/** The privileges of a user, those of its roles included. */
export interface Grants {
	/** Whether SHOW GRANTS was read. */
	known: boolean;
	/** Privileges on all databases, in upper case. */
	global: ReadonlySet<string>;
	/** Privileges on databases by pattern, in upper case. */
	schemas: ReadonlyArray<{ pattern: string; privileges: ReadonlySet<string> }>;
	canGrant: boolean;
}

/** What `ALL PRIVILEGES` on everything stands for, as far as the items ask. */
const ALL = [
	...['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'INDEX', 'ALTER', 'REFERENCES'],
	...['CREATE VIEW', 'SHOW VIEW', 'CREATE ROUTINE', 'ALTER ROUTINE', 'EXECUTE', 'EVENT', 'TRIGGER'],
	...['LOCK TABLES', 'CREATE TEMPORARY TABLES'],
];
const ALL_GLOBAL = [
	...ALL,
	...['SUPER', 'PROCESS', 'RELOAD', 'SHOW DATABASES', 'REPLICATION SLAVE', 'REPLICATION CLIENT'],
	...['CREATE USER', 'FILE', 'REPLICATION MASTER ADMIN', 'SLAVE MONITOR', 'SET USER'],
];

/** MariaDB prints other names for what was granted. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
	['BINLOG MONITOR', 'REPLICATION CLIENT'],
	['REPLICA MONITOR', 'SLAVE MONITOR'],
	['REPLICATION REPLICA', 'REPLICATION SLAVE'],
	['DELETE VERSIONING ROWS', 'DELETE HISTORY'],
]);

/** A name as SHOW GRANTS prints it: in backticks, or in double quotes under ANSI_QUOTES. */
const NAME = '\\*|`(?:[^`]|``)*`|"(?:[^"]|"")*"|[^.\\s]+';
const GRANT = new RegExp(`^GRANT (.+?) ON (?:TABLE )?(${NAME})\\.(${NAME}) TO `, 'i');

function unquoted(name: string): string {
	const quote = name[0];
	return quote === '`' || quote === '"' ? name.slice(1, -1).replaceAll(quote + quote, quote) : name;
}

function readLine(line: string) {
	const match = GRANT.exec(line);
	if (!match || match[3] !== '*') return undefined;
	const isGlobal = match[2] === '*';
	const privileges = match[1]
		.split(',')
		.map((name) => name.trim().toUpperCase())
		.flatMap((name) => {
			if (/^ALL( PRIVILEGES)?$/.test(name)) return isGlobal ? ALL_GLOBAL : ALL;
			return [OTHER_NAMES.get(name) ?? name];
		});
	return { isGlobal, pattern: unquoted(match[2]), privileges: new Set(privileges) };
}

/**
 * @param lines that SHOW GRANTS printed; rights on single tables or columns do not count, since they show no whole database
 */
export function readGrants(lines: readonly string[]): Grants {
	const read = lines.flatMap((line) => readLine(line) ?? []);
	return {
		known: lines.length > 0,
		global: new Set(read.flatMap(({ isGlobal, privileges }) => (isGlobal ? [...privileges] : []))),
		schemas: read.filter(({ isGlobal }) => !isGlobal),
		canGrant: lines.some((line) => /WITH GRANT OPTION/i.test(line) && GRANT.test(line)),
	};
}

/** A pattern of LIKE, as MySQL keeps them in grants, against the name of a database. */
function fits(pattern: string, name: string): boolean {
	const source = pattern.replace(
		/\\(.)|([%_])|([.*+?^${}()|[\]\\])/g,
		(_, escaped, wild, other) => {
			if (escaped !== undefined) return /\w|%/.test(escaped) ? escaped : `\\${escaped}`;
			if (wild !== undefined) return wild === '%' ? '.*' : '.';
			return `\\${other}`;
		},
	);
	return new RegExp(`^${source}$`, 'is').test(name);
}

/**
 * @param grants of a user
 * @param privilege in upper case
 * @param schemas the databases it is needed for; empty means all
 * @returns whether the user has the privilege there
 */
export function holds(grants: Grants, privilege: string, schemas: readonly string[]): boolean {
	if (grants.global.has(privilege)) return true;
	return (
		schemas.length > 0 &&
		schemas.every((schema) =>
			grants.schemas.some(
				({ pattern, privileges }) => privileges.has(privilege) && fits(pattern, schema),
			),
		)
	);
}
