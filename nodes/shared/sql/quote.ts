import type { SqlFamily } from './family';

/** Letters that no client and no server reads in another way. */
const PLAIN_LITERAL = /^[A-Za-z0-9_ .,:=|-]*$/;

/** What has to be written as an escape in a PostgreSQL identifier, because a client on the way may read it. */
const SPECIAL = /[^A-Za-z0-9_ \u0080-\uffff]/g;

/**
 * What n8n's MySQL node changes in a statement, whether it is quoted or not: it takes out line breaks, cuts at semicolons,
 * fills in `$1` and evaluates `{{ }}`. MySQL has no escapes in names, so such a name cannot be sent.
 */
const UNSENDABLE = /[\n\r;]|\{\{|\$\d/;

const hex = (text: string): string =>
	[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Writes a text as a literal that holds nothing which a server, whatever its settings, or a client on the way could read in
 * another way.
 *
 * @param family of the server
 * @param text without the NUL character
 * @throws RangeError when the text holds NUL, which no text of a database can
 */
export function quoteLiteral(family: SqlFamily, text: string): string {
	if (text.includes('\0')) throw new RangeError('Text for SQL cannot contain the NUL character.');
	if (PLAIN_LITERAL.test(text)) return `'${text}'`;
	return family === 'mysql'
		? `_utf8mb4 0x${hex(text)}`
		: `convert_from(decode('${hex(text)}','hex'),'UTF8')`;
}

/**
 * @param family of the server
 * @param name of a schema, table or column
 * @returns why the name cannot be part of a statement, or undefined when it can
 */
export function nameProblem(family: SqlFamily, name: string): string | undefined {
	if (name === '' || name.includes('\0')) return 'the name is empty or contains the NUL character';
	if (family === 'mysql' && UNSENDABLE.test(name)) {
		return 'the name contains a line break, a semicolon, {{ or $ with a digit, which n8n changes on the way to the server';
	}
	return undefined;
}

/**
 * Writes a name as a quoted identifier.
 *
 * @param family of the server
 * @param name of a schema, table or column
 * @throws RangeError for a name that cannot be sent (see `nameProblem`)
 */
export function quoteName(family: SqlFamily, name: string): string {
	const problem = nameProblem(family, name);
	if (problem) throw new RangeError(`This name cannot be part of a statement: ${problem}.`);
	if (family === 'mysql') return `\`${name.replaceAll('`', '``')}\``;
	if (name.search(SPECIAL) < 0) return `"${name}"`;
	const escaped = name.replace(
		SPECIAL,
		(character) => `\\${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `U&"${escaped}"`;
}

/** @returns a name with its schema, each quoted; throws as `quoteName` does. */
export const quotePath = (family: SqlFamily, ...names: readonly string[]): string =>
	names.map((name) => quoteName(family, name)).join('.');
