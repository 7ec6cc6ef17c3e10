import type { Reading } from '../../values/reading';

/** What the description of a field cannot say about its values. */
export interface FieldRule {
	/** For options: a text that is not in the list is taken, too, because only the service knows all that is possible. */
	open?: boolean;
	/** For a number: it must be whole. */
	whole?: boolean;
	/** For a text or an ID: the field takes several, as a list or separated by commas, semicolons or line breaks. */
	list?: boolean;
	/** For a text: line breaks and tabs are part of it, as if the field had several rows. */
	multiLine?: boolean;
	/** For a text: a boolean becomes `true` or `false`; else it is refused, because no name is one. */
	booleanAsText?: boolean;
	/** For a text: it is an ID. Every resource locator is one, but for those that take several. */
	id?: boolean;
	/** What was entered is not shown in a message, as if the field were a password field. */
	secret?: boolean;
	/** For a text: reads it further, such as `readPem`. It gets the text with its line breaks. */
	convert?(text: string): Reading<string>;
}

/**
 * The rules of a node's fields, by path: `engineType`, `sourceDatabase.dbType` in a collection, `tags.tag.key` in a fixed
 * collection. A path holds for all fields of that name, whatever shows them.
 */
export type FieldRules = Readonly<Record<string, FieldRule>>;
