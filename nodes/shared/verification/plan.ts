import { nameProblem } from '../sql/quote';
import type { Column, Inventory, Table } from './inventory';
import { mysqlForm, type Form } from './mysqlForms';
import { postgresForm } from './postgresForms';
import type { Difference, Incomparable, VerificationSettings } from './types';

/** How the contents of one table are read, on both sides in the same way. */
export interface TablePlan {
	path: string;
	database: string;
	schema: string;
	name: string;
	isPartitioned: boolean;
	columns: Form[];
	/** The primary key; empty for a table without one, which is compared as a whole. */
	key: Form[];
	/**
	 * Chunks are `key / size` where the key is one integer, otherwise buckets of a hash of the key; at most `most` of them,
	 * so that the answer stays small. No chunks without a key.
	 */
	chunks: { by: 'range' | 'hash'; size: number; most: number } | null;
	/** What the rows of one read carry, so that reads of another plan are not mixed with it. */
	mark: string;
}

/** What two inventories say of their tables. */
export interface Plan {
	tables: TablePlan[];
	/** Tables that both sides have. */
	shared: string[];
	differences: Array<Difference & { database: string }>;
	incomparable: Array<Incomparable & { database: string }>;
}

const MOST_CHUNKS = 1024;
const INTEGERS = /^((tiny|small|medium|big)?int|smallint|integer|bigint)$/;

function compareColumns(source: Table, target: Table): Array<Difference & { database: string }> {
	const { database, path } = source;
	const others = new Map(target.columns.map((column) => [column.name, column]));
	const difference = (kind: Difference['kind'], column: string, text: string) => ({
		database,
		kind,
		object: `${path}.${column.replaceAll('\\', '\\\\').replaceAll('.', '\\.')}`,
		text,
	});
	const found = source.columns.flatMap((column) => {
		const other = others.get(column.name);
		others.delete(column.name);
		if (!other) return [difference('column', column.name, 'The target has no such column.')];
		const pairs: Array<[Difference['kind'], string, unknown, unknown]> = [
			['column', 'type', column.fullType, other.fullType],
			['column', 'NULL allowed', column.isNullable, other.isNullable],
			['column', 'generated', column.isGenerated, other.isGenerated],
			['collation', 'character set', column.characterSet, other.characterSet],
			['collation', 'collation', column.collation, other.collation],
		];
		return pairs
			.filter(([, , mine, theirs]) => mine !== theirs)
			.map(([kind, what, mine, theirs]) =>
				difference(
					kind,
					column.name,
					`${what}: ${String(mine)} on the source, ${String(theirs)} on the target.`,
				),
			);
	});
	const added = [...others.keys()].map((name) =>
		difference('column', name, 'The source has no such column.'),
	);
	const sameKey = JSON.stringify(source.key) === JSON.stringify(target.key);
	const keys = sameKey
		? []
		: [
				{
					database,
					kind: 'key' as const,
					object: path,
					text: `Primary key: (${source.key.join(', ')}) on the source, (${target.key.join(', ')}) on the target.`,
				},
			];
	return [...found, ...added, ...keys];
}

/** What the forms depend on. */
interface Sides {
	source: Inventory;
	target: Inventory;
}

function formOf(column: Column, other: Column, { source, target }: Sides): Form | undefined {
	if (source.family === 'postgresql') {
		return postgresForm(column, Math.min(source.major, target.major) < 12);
	}
	if (column.type !== other.type) return undefined;
	return mysqlForm(column, !source.isMaria && !target.isMaria);
}

/** Why a table cannot be read as it is, or how it is read. */
function planTable(
	source: Table,
	target: Table,
	sides: Sides,
	settings: VerificationSettings,
): TablePlan | string {
	const problem = source.problem ?? target.problem;
	if (problem) return problem;
	const { family } = sides.source;
	const names = [source.schema, source.name, ...source.columns.map(({ name }) => name)];
	const unsendable = names
		.map((name) => nameProblem(family, name))
		.find((text) => text !== undefined);
	if (unsendable) return `It cannot be read: ${unsendable}.`;
	if (source.columns.length === 0) return 'It has no columns that this user may see.';
	const others = new Map(target.columns.map((column) => [column.name, column]));
	const forms = new Map<string, Form>();
	for (const column of source.columns) {
		const other = others.get(column.name);
		if (!other) return `The target has no column ${column.name}.`;
		const form = formOf(column, other, sides);
		if (!form)
			return `Column ${column.name}: the text of ${column.fullType} is not the same on both sides.`;
		forms.set(column.name, form);
	}
	const isKeyed =
		source.key.length > 0 && JSON.stringify(source.key) === JSON.stringify(target.key);
	const key = isKeyed ? source.key.flatMap((name) => forms.get(name) ?? []) : [];
	const rows = Math.max(source.rows, target.rows);
	const first = source.columns.find(({ name }) => name === source.key[0]);
	const isInteger = key.length === 1 && INTEGERS.test(first?.type ?? '');
	const size = Math.max(settings.chunkRows, Math.ceil(rows / MOST_CHUNKS));
	const most = isInteger
		? MOST_CHUNKS
		: Math.min(MOST_CHUNKS, Math.max(1, Math.ceil(rows / settings.chunkRows)));
	const chunks = isKeyed
		? { by: isInteger ? ('range' as const) : ('hash' as const), size, most }
		: null;
	return {
		...{ path: source.path, database: source.database, schema: source.schema, name: source.name },
		...{ isPartitioned: source.isPartitioned, columns: [...forms.values()], key, chunks },
		mark: chunks ? `${chunks.by} ${size} ${most} ${forms.size}` : `whole ${forms.size}`,
	};
}

/**
 * Compares what two sides have, and decides how their contents are read.
 *
 * @param source inventory of the source
 * @param target inventory of the target
 * @param settings sizes of chunks
 */
export function planTables(
	source: Inventory,
	target: Inventory,
	settings: VerificationSettings,
): Plan {
	const plan: Plan = { tables: [], shared: [], differences: [], incomparable: [] };
	for (const [path, table] of source.tables) {
		const other = target.tables.get(path);
		const { database } = table;
		if (!other) {
			plan.differences.push({
				database,
				kind: 'table',
				object: path,
				text: 'The target has no such table.',
			});
			continue;
		}
		plan.differences.push(...compareColumns(table, other));
		if (table.isPartition) continue;
		plan.shared.push(path);
		const planned = planTable(table, other, { source, target }, settings);
		if (typeof planned === 'string') {
			plan.incomparable.push({ database, object: path, reason: planned });
		} else plan.tables.push(planned);
	}
	for (const [path, { database }] of target.tables) {
		if (!source.tables.has(path)) {
			plan.differences.push({
				database,
				kind: 'table',
				object: path,
				text: 'The source has no such table.',
			});
		}
	}
	return plan;
}
