import { joinFields } from '../sql/fields';
import { lastReading, type ReadRows, type SqlRow } from '../sql/rows';
import type { Side } from '../sql/family';
import type { Inventory } from './inventory';
import type { Repair } from './types';
import { literal, MYSQL_NAMES } from './written';

const { name, path } = MYSQL_NAMES;

function definerOf(account: string | null): string {
	const text = account ?? '';
	const at = text.lastIndexOf('@');
	return at < 0 ? name(text) : `${name(text.slice(0, at))}@${name(text.slice(at + 1))}`;
}

function counters(source: Inventory, target: Inventory): Repair[] {
	return [...source.tables.values()].flatMap(({ path: object, schema, name: table, counter }) => {
		const other = target.tables.get(object);
		if (counter === null || !other || (other.counter !== null && other.counter >= counter))
			return [];
		return [
			{
				side: 'target',
				object,
				reason: `The next number is ${other.counter ?? 'not kept'} on the target, ${counter} on the source.`,
				sql: `alter table ${path([schema, table])} auto_increment = ${counter};`,
			},
		];
	});
}

function triggerSql({ object, value }: SqlRow): string {
	const [timing, event, table, body, definer] = value;
	return `create definer=${definerOf(definer)} trigger ${path(object)} ${timing} ${event} on ${path([object[0], table])} for each row ${body}`;
}

function eventSql({ object, value }: SqlRow): string {
	const [type, at, interval, field, starts, ends, body, definer, , status] = value;
	const every = [
		`every ${literal(interval)} ${field}`,
		starts === null ? '' : `starts ${literal(starts)}`,
		ends === null ? '' : `ends ${literal(ends)}`,
	];
	const schedule =
		type === 'ONE TIME' ? `at ${literal(at)}` : every.filter((part) => part).join(' ');
	const state = status === 'ENABLED' ? 'enable' : 'disable';
	return `create definer=${definerOf(definer)} event ${path(object)} on schedule ${schedule} ${state} do ${body}`;
}

/** @returns what a task leaves behind in MySQL. A trigger or an event is created under its own sql_mode. */
export function mysqlAfterStop(
	read: ReadRows,
	server: string,
	source: Inventory,
	target: Inventory,
): Repair[] {
	const rows = (side: Side, check: string): SqlRow[] =>
		lastReading(read, server, side, 'version').filter((row) => row.check === check);
	const missing = (kind: 'trigger' | 'event', create: (row: SqlRow) => string): Repair[] => {
		const there = new Map(
			rows('target', kind).map((row) => [joinFields('object', row.object), row]),
		);
		return rows('source', kind).flatMap((row): Repair[] => {
			const object = joinFields('object', row.object);
			const other = there.get(object);
			const mode = kind === 'trigger' ? row.value[5] : row.value[8];
			if (!other) {
				return [
					{
						side: 'target',
						object,
						reason: `The target has no such ${kind}. Run it with "set sql_mode=${literal(mode)}" in the same session.`,
						sql: create(row),
					},
				];
			}
			if (kind === 'trigger' || row.value[9] !== 'ENABLED' || other.value[9] === 'ENABLED')
				return [];
			const reason = 'The event is disabled on the target.';
			return [{ side: 'target', object, reason, sql: `alter event ${path(row.object)} enable;` }];
		});
	};
	return [
		...counters(source, target),
		...missing('trigger', triggerSql),
		...missing('event', eventSql),
	];
}
