/** Puts a text in quotation marks, as a person writes it; those in the text are doubled. */
const inside =
	(mark: string) =>
	(text: string | null): string =>
		`${mark}${(text ?? '').replaceAll(mark, mark + mark)}${mark}`;

/** Names and texts of one family; the statements go to a client of the database, not through a node. */
const writtenIn = (mark: string) => {
	const name = inside(mark);
	return { name, path: (names: ReadonlyArray<string | null>): string => names.map(name).join('.') };
};

/** How a person writes names of MySQL. */
export const MYSQL_NAMES = writtenIn('`');

/** How a person writes names of PostgreSQL. */
export const POSTGRES_NAMES = writtenIn('"');

const quoted = inside("'");

/** @returns a text as a person writes it in SQL. */
export const literal = (text: string | null): string => (text === null ? 'NULL' : quoted(text));
