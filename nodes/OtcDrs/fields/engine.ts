import { engineTypeOf } from '../../shared/drs/scenarios';
import type { Fields } from '../../shared/n8n/parameters/fields';

/** @returns the `engine_type` in a text field, which may hold the name that the editor shows; undefined if it is empty. */
export function readEngineType(fields: Fields, name: string): string | undefined {
	const text = fields.text(name);
	return text === undefined ? undefined : engineTypeOf(text);
}
