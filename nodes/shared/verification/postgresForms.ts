import { quoteName } from '../sql/quote';
import type { Column } from './inventory';
import type { Form } from './mysqlForms';

/** Names of objects, whose text depends on the search path and whose numbers differ by server. */
const NAMES_OF_OBJECTS =
	/^(reg\w+|oid|xid8?|cid|tid|"?char"?\[\]|refcursor|pg_lsn|pg_snapshot|txid_snapshot)$/;

/**
 * @param column of a table
 * @param isOld whether a side is older than version 12, which prints floats by other rules
 * @returns the form of a column in `row(…)::text`; undefined for a type of which no form is known that is the same everywhere
 */
export function postgresForm(
	{ name: plain, type, typeKind }: Column,
	isOld: boolean,
): Form | undefined {
	const name = quoteName('postgresql', plain);
	const shown = `${name}::text`;
	if (NAMES_OF_OBJECTS.test(type)) return undefined;
	if (isOld) {
		if (type === 'double precision')
			return { checksum: `encode(float8send(${name}),'hex')`, shown };
		if (type === 'real') return { checksum: `encode(float4send(${name}),'hex')`, shown };
		// Floats may be inside of these.
		if (typeKind === 'A' || typeKind === 'c' || typeKind === 'r' || typeKind === 'd')
			return undefined;
		if (/^(point|line|lseg|box|path|polygon|circle)$/.test(type)) return undefined;
	}
	return { checksum: name, shown };
}
