import type { Side } from './family';
import { splitFields } from './fields';

/** A row that describes itself, after it has been read. */
export interface SqlRow {
	server: string;
	side: Side;
	check: string;
	object: Array<string | null>;
	value: Array<string | null>;
}

/** A row of a SHOW statement, which does not say whose it is: it belongs to the last row that does. */
export interface ShownRow {
	server: string;
	side: Side;
	/** The columns in lower case. */
	columns: Map<string, string | null>;
}

/** The rows of a number of items, sorted by kind. */
export interface ReadRows {
	rows: SqlRow[];
	shown: ShownRow[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns a value of a database client as text: some give bytes, numbers or dates. */
function cellText(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
		return String(value);
	}
	if (value instanceof Date) return value.toISOString();
	if (value instanceof Uint8Array) return new TextDecoder().decode(value);
	if (isRecord(value) && Array.isArray(value.data)) {
		return new TextDecoder().decode(Uint8Array.from(value.data.map(Number)));
	}
	return JSON.stringify(value);
}

/** What a node gives instead of rows: an error, "success", or the statement itself where it went no further. */
const NO_ROWS = ['error', 'success', 'sql', 'itemindex'];

function readCheck(text: string): { side: Side; check: string } | undefined {
	const match = /^(source|target)\.([A-Za-z]+)$/.exec(text);
	return match ? { side: match[1] === 'source' ? 'source' : 'target', check: match[2] } : undefined;
}

/**
 * Reads what database nodes return for the statements of this package, in the order in which they return it.
 *
 * @param items plain objects; what is no row of these statements is left out
 */
export function readRows(items: readonly unknown[]): ReadRows {
	const read: ReadRows = { rows: [], shown: [] };
	let owner: { server: string; side: Side } | undefined;
	for (const item of items) {
		if (!isRecord(item)) continue;
		const columns = new Map(
			Object.entries(item).map(([name, value]) => [name.toLowerCase(), cellText(value)]),
		);
		const named = readCheck(columns.get('check') ?? '');
		if (named) {
			const server = columns.get('server') ?? '';
			owner = { server, side: named.side };
			read.rows.push({
				...named,
				server,
				object: splitFields('object', columns.get('object') ?? ''),
				value: splitFields('value', columns.get('value') ?? ''),
			});
		} else if (NO_ROWS.some((name) => columns.has(name))) continue;
		else if (owner) read.shown.push({ ...owner, columns });
	}
	return read;
}

/** @returns the rows of each server, in the order of their first row. */
export function splitByServer({ rows, shown }: ReadRows): Map<string, ReadRows> {
	const servers = new Map<string, ReadRows>();
	const of = (server: string): ReadRows => {
		const own = servers.get(server) ?? { rows: [], shown: [] };
		servers.set(server, own);
		return own;
	};
	for (const row of rows) of(row.server).rows.push(row);
	for (const row of shown) of(row.server).shown.push(row);
	return servers;
}

/**
 * @param read rows
 * @param server and side whose rows are wanted
 * @param first the check that begins a reading
 * @returns the rows of the last reading, so that nothing is counted twice when a side was read again
 */
export function lastReading(read: ReadRows, server: string, side: Side, first: string): SqlRow[] {
	const rows = read.rows.filter((row) => row.server === server && row.side === side);
	const starts = rows.flatMap(({ check }, index) => (check === first ? [index] : []));
	return starts.length > 1 ? rows.slice(starts[starts.length - 1]) : rows;
}

/** @returns the value of the first column of a SHOW statement whose name begins like this; undefined where there is none. */
export function shownValue({ columns }: ShownRow, start: string): string | undefined {
	for (const [name, value] of columns) if (name.startsWith(start)) return value ?? '';
	return undefined;
}

/** @returns the rows of SHOW statements of a side. */
export const shownBy = (read: ReadRows, server: string, side: Side): ShownRow[] =>
	read.shown.filter((row) => row.server === server && row.side === side);

/**
 * @param read rows
 * @param server whose rows
 * @param given databases that somebody named; they take precedence
 * @returns the databases that the statements of MySQL were limited to; none where they were not
 */
export function askedDatabases(
	read: ReadRows,
	server: string,
	given: readonly string[],
): readonly string[] {
	if (given.length > 0) return given;
	const names = (['source', 'target'] as const).flatMap((side) =>
		lastReading(read, server, side, 'version')
			.filter(({ check }) => check === 'asked')
			.flatMap(({ value }) => value.map((name) => name ?? '')),
	);
	return [...new Set(names)];
}
