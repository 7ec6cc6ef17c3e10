import { shownValue, type ShownRow } from './rows';

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

/**
 * Privileges, database and table of a line of SHOW GRANTS: names are in backticks, or in double quotes under ANSI_QUOTES.
 */
const GRANT =
	/^GRANT (.+?) ON (?:TABLE )?(\*|`(?:[^`]|``)*`|"(?:[^"]|"")*"|[^.\s`"]+)\.(\*|`(?:[^`]|``)*`|"(?:[^"]|"")*"|[^.\s`"]+) TO /i;

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

/** @returns the privileges that the rows of SHOW GRANTS tell of. */
export const grantsIn = (shown: readonly ShownRow[]): Grants =>
	readGrants(shown.flatMap((row) => shownValue(row, 'grants for ') ?? []));

/** A pattern of LIKE, as MySQL keeps them in grants, as the characters it stands for. */
function readPattern(pattern: string): Array<{ any: 'one' | 'many' } | string> {
	const parts: Array<{ any: 'one' | 'many' } | string> = [];
	const characters = [...pattern.toLowerCase()];
	for (let index = 0; index < characters.length; index++) {
		const character = characters[index];
		if (character === '\\' && index + 1 < characters.length) parts.push(characters[++index]);
		else if (character === '%') parts.push({ any: 'many' });
		else parts.push(character === '_' ? { any: 'one' } : character);
	}
	return parts;
}

/** Whether a pattern fits the name of a database; steps back to the last `%` only, so that it takes no time to speak of. */
function fits(pattern: string, name: string): boolean {
	const parts = readPattern(pattern);
	const letters = [...name.toLowerCase()];
	let part = 0;
	let back = -1;
	let from = 0;
	for (let letter = 0; letter < letters.length; ) {
		const wanted = parts[part];
		const isMany = typeof wanted === 'object' && wanted.any === 'many';
		if (isMany) {
			back = part++;
			from = letter;
		} else if (wanted === letters[letter] || typeof wanted === 'object') {
			part++;
			letter++;
		} else if (back >= 0) {
			part = back + 1;
			letter = ++from;
		} else return false;
	}
	return parts.slice(part).every((rest) => typeof rest === 'object' && rest.any === 'many');
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
