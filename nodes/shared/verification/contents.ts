import type { Side } from '../sql/family';
import { joinFields } from '../sql/fields';
import type { ReadRows, SqlRow } from '../sql/rows';
import type { TablePlan } from './plan';
import type { KeyDifference, VerificationSettings } from './types';

/** Count and checksum of a chunk. */
interface Chunk {
	rows: number;
	digest: string;
}

/** What the level of contents says of one table. */
export type Contents =
	| { state: 'not read' }
	| { state: 'unreadable'; reason: string }
	| {
			state: 'read';
			rows: Record<Side, number>;
			/** Numbers of the chunks that differ. */
			different: string[];
			/** Rows of the larger side in each of them. */
			sizes: Map<string, number>;
	  };

/** The rows of one pair by table, so that each is looked up once. */
export type RowsByTable = ReadonlyMap<string, SqlRow[]>;

/** What follows a row that says that a table was read. */
const ENTRIES: ReadonlyMap<string, string> = new Map([
	['read', 'chunk'],
	['keysRead', 'rowKey'],
]);
const LEVELS = ['read', 'chunk', 'keysRead', 'rowKey'];

/** @returns the rows of contents and keys of a pair, by side, check and table. */
export function byTable({ rows }: ReadRows, server: string): RowsByTable {
	const map = new Map<string, SqlRow[]>();
	for (const row of rows) {
		if (row.server !== server || !LEVELS.includes(row.check)) continue;
		const path = joinFields('object', row.object);
		const name = `${row.side} ${row.check} ${path}`;
		const list = map.get(name);
		// A table that is read again starts over.
		const entries = ENTRIES.get(row.check);
		if (list && entries) map.set(`${row.side} ${entries} ${path}`, []);
		if (list) list.push(row);
		else map.set(name, [row]);
	}
	return map;
}

/** Longer sums hold rows whose hash could not be made. */
const LONGEST_SUM = 30;

function chunksOf(
	map: RowsByTable,
	side: Side,
	{ path, mark }: TablePlan,
): Map<string, Chunk> | undefined {
	const reads = map.get(`${side} read ${path}`);
	if (reads?.at(-1)?.value[0] !== mark) return undefined;
	return new Map(
		map
			.get(`${side} chunk ${path}`)
			?.map(({ value: [chunk, rows, digest] }) => [
				chunk ?? '',
				{ rows: Number(rows), digest: digest ?? '' },
			]),
	);
}

const count = (chunks: Map<string, Chunk>): number =>
	[...chunks.values()].reduce((sum, { rows }) => sum + rows, 0);

/** @returns what the contents of one table say. */
export function compareContents(map: RowsByTable, plan: TablePlan): Contents {
	const source = chunksOf(map, 'source', plan);
	const target = chunksOf(map, 'target', plan);
	if (!source || !target) return { state: 'not read' };
	if (
		[...source.values(), ...target.values()].some(
			({ digest }) => digest.replace('-', '').length > LONGEST_SUM,
		)
	) {
		return {
			state: 'unreadable',
			reason:
				'It has values larger than max_allowed_packet, for which the server computes no checksum.',
		};
	}
	const different = [...new Set([...source.keys(), ...target.keys()])].filter((chunk) => {
		const [mine, other] = [source.get(chunk), target.get(chunk)];
		return mine?.rows !== other?.rows || mine?.digest !== other?.digest;
	});
	const sizes = new Map(
		different.map((chunk) => [
			chunk,
			Math.max(source.get(chunk)?.rows ?? 0, target.get(chunk)?.rows ?? 0),
		]),
	);
	return {
		state: 'read',
		rows: { source: count(source), target: count(target) },
		different,
		sizes,
	};
}

/**
 * @param contents of a table that differs
 * @param settings how many rows may be read
 * @returns the chunks whose keys are listed: as many as have no more rows together than that
 */
export function chunksToList(
	{ different, sizes }: Extract<Contents, { state: 'read' }>,
	{ mostKeys }: VerificationSettings,
): string[] {
	let left = mostKeys;
	return different.filter((chunk) => {
		const size = sizes.get(chunk) ?? 0;
		if (size > left) return false;
		left -= size;
		return true;
	});
}

/**
 * @param map rows of a pair
 * @param plan of a table with a key
 * @param chunks that were to be listed
 * @returns the keys that differ; undefined when these chunks were not listed on both sides
 */
export function compareKeys(
	map: RowsByTable,
	{ path, mark }: TablePlan,
	chunks: readonly string[],
): KeyDifference[] | undefined {
	const listOf = (side: Side): Map<string, string[]> | undefined => {
		const read = map.get(`${side} keysRead ${path}`)?.at(-1);
		if (read?.value[0] !== joinFields('value', [mark, chunks.join(',')])) return undefined;
		const keys = new Map<string, string[]>();
		for (const { value } of map.get(`${side} rowKey ${path}`) ?? []) {
			const key = JSON.stringify(value.slice(1));
			keys.set(key, [...(keys.get(key) ?? []), value[0] ?? '']);
		}
		return keys;
	};
	const source = listOf('source');
	const target = listOf('target');
	if (!source || !target) return undefined;
	const hashes = (list: string[] | undefined): string => [...new Set(list)].sort().join();
	return [...new Set([...source.keys(), ...target.keys()])].flatMap((key): KeyDifference[] => {
		const [mine, other] = [source.get(key), target.get(key)];
		if (hashes(mine) === hashes(other)) return [];
		const where = !other ? 'source' : !mine ? 'target' : 'both';
		return [{ key: JSON.parse(key) as Array<string | null>, where }];
	});
}
