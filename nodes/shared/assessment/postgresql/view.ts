import type { Side } from '../../sql/family';
import { joinFields } from '../../sql/fields';
import { isSelected, type Look } from '../rule';
import type { PostgresFacts, PostgresTable } from './facts';

/** How the rules of PostgreSQL look at both sides. */
export type PostgresLook = Look<PostgresFacts>;

/** @returns schema and name of a table as findings show them. */
export const pathOf = ({ schema, name }: { schema: string; name: string }): string =>
	joinFields('object', [schema, name]);

/** @returns a setting of a side; undefined where that side was not read. */
export const setting = (look: PostgresLook, side: Side, name: string): string | undefined =>
	look.side(side)?.settings.get(name);

/** @returns the tables to move. */
export const selectedTables = (look: PostgresLook): PostgresTable[] =>
	(look.side('source')?.tables ?? []).filter(({ schema, name }) => isSelected(look, schema, name));

/** A row that is used as it is. */
export interface Listed {
	path: string;
	names: string[];
	values: string[];
}

/** @returns the rows of a check of the source. */
export const listed = (look: PostgresLook, check: string): Listed[] =>
	look.side('source')?.list(check) ?? [];
