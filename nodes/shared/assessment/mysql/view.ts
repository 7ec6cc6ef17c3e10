import type { Side } from '../../sql/family';
import { joinFields } from '../../sql/fields';
import { found, isSelected, type Look } from '../rule';
import type { Found } from '../types';
import type { MysqlFacts } from './facts';
import { holds } from '../../sql/grants';

/** How the rules of MySQL look at both sides. */
export type MysqlLook = Look<MysqlFacts>;

/** @returns names as the findings show them, joined by a dot. */
export const pathOf = (...names: readonly string[]): string => joinFields('object', names);

/**
 * @param look the sides
 * @param side which
 * @param names of one variable in several versions; the first that the server has counts
 * @returns its value in upper case; undefined where the server has none, and noted when no variable was read at all
 */
export function variable(
	look: MysqlLook,
	side: Side,
	...names: readonly string[]
): string | undefined {
	const facts = look.side(side);
	if (!facts) return undefined;
	if (facts.variables.size === 0) {
		look.lacks(
			`The variables of the ${side} are missing: run the statement "variables" right after "catalog".`,
		);
	}
	for (const name of names) {
		const value = facts.variables.get(name);
		if (value !== undefined) return value.toUpperCase();
	}
	return undefined;
}

/** What of the catalog a rule needs, with the privilege that shows it; a view without privilege is empty, not an error. */
const NEEDS = {
	tables: 'SELECT',
	views: 'SELECT',
	triggers: 'TRIGGER',
	events: 'EVENT',
} as const;

/** @returns the databases to move that the source has, those of the server left out. */
export const databasesOf = ({ settings }: MysqlLook, facts: MysqlFacts): readonly string[] =>
	settings.databases.length > 0 ? settings.databases : facts.schemas;

/**
 * @param look the sides
 * @param kind of objects
 * @returns the source with all objects of the kind; undefined, and the missing grant noted, when the user may not see them
 */
export function seen(
	look: MysqlLook,
	...kinds: ReadonlyArray<keyof typeof NEEDS>
): MysqlFacts | undefined {
	const facts = look.side('source');
	if (!facts) return undefined;
	if (!facts.grants.known) {
		look.lacks(
			'The grants of the source are missing: run the statement "grants" right after "catalog".',
		);
		return undefined;
	}
	let all = true;
	for (const kind of kinds) {
		if (holds(facts.grants, NEEDS[kind], look.settings.databases)) continue;
		all = false;
		look.lacks(
			`The user of the source may not see all ${kind}: grant ${NEEDS[kind].toLowerCase()} on the databases to move (or on *.*) to ${facts.user}.`,
		);
	}
	return all ? facts : undefined;
}

/** @returns the tables to move, as far as the user may see them. */
export function selectedTables(look: MysqlLook): MysqlFacts['tables'] {
	const facts = seen(look, 'tables');
	return facts ? facts.tables.filter(({ schema, name }) => isSelected(look, schema, name)) : [];
}

/**
 * Compares a variable of both sides.
 *
 * @returns a finding when they differ, on the target, which is the one to change
 */
export function unequal(
	look: MysqlLook,
	names: readonly string[],
	alike: (value: string) => string = (value) => value,
): Found[] {
	const source = variable(look, 'source', ...names);
	const target = variable(look, 'target', ...names);
	if (source === undefined || target === undefined || alike(source) === alike(target)) return [];
	return [
		found(
			'target',
			names[0],
			`${names[0]} is ${source} on the source and ${target} on the target.`,
		),
	];
}
