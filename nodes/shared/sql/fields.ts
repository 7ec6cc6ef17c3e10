import type { SqlFamily } from './family';
import { quoteLiteral } from './quote';

/**
 * How several values stand in one text of a row: `object` joins names by a dot, `value` joins fields by a bar. A backslash
 * stands before a separator that belongs to a name, and `\N` for NULL.
 */
const SEPARATORS = { object: '.', value: '|' } as const;

/** Which of the two texts of a row. */
export type Part = keyof typeof SEPARATORS;

/** @returns the values as the text of a row. */
export const joinFields = (part: Part, values: ReadonlyArray<string | null>): string =>
	values
		.map((value) =>
			value === null
				? '\\N'
				: value.replaceAll('\\', '\\\\').replaceAll(SEPARATORS[part], `\\${SEPARATORS[part]}`),
		)
		.join(SEPARATORS[part]);

/** @returns the values that a text of a row holds, the inverse of `joinFields`. */
export function splitFields(part: Part, text: string): Array<string | null> {
	const fields: Array<string | null> = [];
	let field = '';
	let isNull = false;
	for (let index = 0; index < text.length; index++) {
		const character = text[index];
		if (character === '\\') {
			const next = text[++index] ?? '';
			if (next === 'N') isNull = true;
			else field += next;
		} else if (character === SEPARATORS[part]) {
			fields.push(isNull ? null : field);
			field = '';
			isNull = false;
		} else field += character;
	}
	fields.push(isNull ? null : field);
	return fields;
}

/**
 * @param family of the server
 * @param part object or value
 * @param expressions SQL of the fields
 * @returns SQL that builds the text which `splitFields` reads
 */
export function fieldsSql(family: SqlFamily, part: Part, expressions: readonly string[]): string {
	const slash = family === 'mysql' ? 'char(92 using utf8mb4)' : 'chr(92)';
	const separator = quoteLiteral(family, SEPARATORS[part]);
	const escaped = expressions.map((expression) => {
		const text =
			family === 'mysql'
				? // Columns, literals and the connection may have a collation each, which a function refuses to mix.
					`convert(${expression} using utf8mb4) collate utf8mb4_bin`
				: `(${expression})::text`;
		const doubled = `replace(replace(${text},${slash},concat(${slash},${slash})),${separator},concat(${slash},${separator}))`;
		return `coalesce(${doubled},concat(${slash},'N'))`;
	});
	return escaped.length === 1 ? escaped[0] : `concat(${escaped.join(`,${separator},`)})`;
}
