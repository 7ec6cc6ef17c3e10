import { isTrue } from '../sql/cells';
import { joinFields } from '../sql/fields';
import { lastReading, type ReadRows, type SqlRow } from '../sql/rows';
import type { Side } from '../sql/family';
import type { Inventory } from './inventory';
import type { Repair, VerificationSettings } from './types';
import { literal, POSTGRES_NAMES } from './written';

const { name, path } = POSTGRES_NAMES;

function sequences(source: Inventory, target: Inventory, margin: number): Repair[] {
	return [...source.sequences.values()].flatMap(({ path: object, last, increment, names }) => {
		const other = target.sequences.get(object);
		if (!other || last === null || other.problem) return [];
		const direction = increment < 0n ? -1n : 1n;
		if (other.last !== null && (other.last - last) * direction >= 0n) return [];
		const wanted = last + direction * BigInt(margin);
		return [
			{
				side: 'target',
				object,
				reason: `It is at ${other.last ?? 'its start'}, the source is at ${last}; ${margin} are added as a normal stop does.`,
				sql: `select setval(${literal(path(names))}, ${wanted}, true);`,
			},
		];
	});
}

function triggers(mine: readonly SqlRow[], theirs: readonly SqlRow[]): Repair[] {
	const others = new Map(theirs.map((row) => [joinFields('object', row.object), row]));
	return mine.flatMap((row): Repair[] => {
		const object = joinFields('object', row.object);
		const [enabled, definition] = row.value;
		const other = others.get(object);
		if (!other) {
			const reason = 'The target has no such trigger.';
			return [{ side: 'target', object, reason, sql: `${definition ?? ''};` }];
		}
		if (enabled === 'D' || other.value[0] !== 'D') return [];
		return [
			{
				side: 'target',
				object,
				reason: 'The trigger is disabled on the target.',
				sql: `alter table ${path(row.object.slice(0, 2))} enable trigger ${name(row.object[2])};`,
			},
		];
	});
}

/** @returns what a task leaves behind in PostgreSQL. */
export function postgresAfterStop(
	read: ReadRows,
	server: string,
	source: Inventory,
	target: Inventory,
	{ sequenceMargin }: VerificationSettings,
): Repair[] {
	const rows = (side: Side, check: string): SqlRow[] =>
		lastReading(read, server, side, 'database').filter((row) => row.check === check);
	const [database] = target.databases.keys();
	const [sourceDatabase] = source.databases.keys();
	const slots = rows('source', 'slot')
		.filter(({ value }) => !isTrue(value, 0) && value[2] === sourceDatabase)
		.map(({ object }): Repair => {
			const slot = object[0] ?? '';
			return {
				side: 'source',
				object: slot,
				reason:
					'The slot is unused and keeps the log of the source. Only drop it if it belongs to the task.',
				sql: `select pg_drop_replication_slot(${literal(slot)});`,
			};
		});
	const role: Repair[] = rows('target', 'replicationRole')
		.filter(({ value }) => value[0] === 'replica')
		.map(() => ({
			side: 'target',
			object: 'session_replication_role',
			reason: 'Triggers and foreign keys of the target are still disabled.',
			sql: `alter database ${name(database)} reset session_replication_role;`,
		}));
	return [
		...sequences(source, target, sequenceMargin),
		...triggers(rows('source', 'trigger'), rows('target', 'trigger')),
		...role,
		...slots,
	];
}
