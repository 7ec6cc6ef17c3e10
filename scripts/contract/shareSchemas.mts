type Json = string | number | boolean | null | undefined | Json[] | JsonObject;
interface JsonObject {
	[key: string]: Json;
}

/** An OpenAPI document, as far as the pass reads it. */
interface Document {
	paths: object;
	components?: object;
}

const SIDES: Readonly<Record<string, string>> = { requestBody: 'Request', responses: 'Response' };

const isObject = (value: Json): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const pascalCase = (words: string): string =>
	words
		.split(/[^A-Za-z0-9]+/)
		.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
		.join('');

const hasFields = (value: Json): value is JsonObject =>
	isObject(value) && value.type === 'object' && isObject(value.properties);

const isParameter = (value: Json): value is JsonObject =>
	isObject(value) && typeof value.in === 'string' && isObject(value.schema);

/** @returns a text that is the same for equal schemas; where one is used, its own description may differ. */
function keyOf(schema: JsonObject): string {
	const { description: _own, ...rest } = schema;
	return JSON.stringify(rest);
}

/** Where a value stands: the operation, the side of the exchange, and the last field on the way. */
interface Place {
	operation: string;
	side: string;
	field: string;
}

function placeBelow(place: Place, key: string, parent: JsonObject, isFieldName: boolean): Place {
	const operation = typeof parent.operationId === 'string' ? parent.operationId : place.operation;
	if (isFieldName) return { ...place, field: key };
	return { operation, side: SIDES[key] ?? place.side, field: place.field };
}

/** What occurs more than once, and the names under which it is shared. */
class Shared {
	private readonly uses = new Map<string, number>();
	private readonly names = new Map<string, string>();
	readonly components: Record<string, JsonObject> = {};

	constructor(private readonly path: string) {}

	count(key: string): void {
		this.uses.set(key, (this.uses.get(key) ?? 0) + 1);
	}

	isShared(key: string): boolean {
		return (this.uses.get(key) ?? 0) > 1;
	}

	/** @returns the reference to the component, which is made at the first use. */
	refer(key: string, name: string, make: () => JsonObject): string {
		const known = this.names.get(key) ?? name;
		if (!this.names.has(key)) {
			if (known in this.components) throw new Error(`Two components have the name ${known}`);
			this.names.set(key, known);
			this.components[known] = make();
		}
		return `${this.path}${known}`;
	}
}

/**
 * Moves what occurs more than once in an OpenAPI document into its components: object schemas that are equal but for
 * their own description, and parameters. Each component is named after its first use.
 *
 * @param document an OpenAPI 3.1 document without references; it is not changed
 * @returns a document with the same meaning
 * @throws Error if two different schemas would get the same name
 */
export function shareSchemas<D extends Document>(document: D): D {
	const schemas = new Shared('#/components/schemas/');
	const parameters = new Shared('#/components/parameters/');

	const count = (value: Json): void => {
		if (hasFields(value)) schemas.count(keyOf(value));
		if (isParameter(value)) parameters.count(JSON.stringify(value));
		if (Array.isArray(value)) value.forEach(count);
		else if (isObject(value)) Object.values(value).forEach(count);
	};

	const rewriteFields = (value: JsonObject, place: Place, areFieldNames: boolean): JsonObject =>
		Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [
				key,
				rewrite(entry, placeBelow(place, key, value, areFieldNames), key === 'properties'),
			]),
		);

	const rewrite = (value: Json, place: Place, areFieldNames = false): Json => {
		if (Array.isArray(value)) return value.map((entry) => rewrite(entry, place));
		if (!isObject(value)) return value;
		if (!areFieldNames && isParameter(value)) {
			const key = JSON.stringify(value);
			if (!parameters.isShared(key)) return value;
			return { $ref: parameters.refer(key, pascalCase(String(value.name)), () => value) };
		}
		if (!areFieldNames && hasFields(value) && schemas.isShared(keyOf(value))) {
			const { description, ...rest } = value;
			const name = pascalCase(`${place.operation} ${place.side} ${place.field}`);
			const $ref = schemas.refer(keyOf(value), name, () => rewriteFields(rest, place, false));
			return description === undefined ? { $ref } : { $ref, description };
		}
		return rewriteFields(value, place, areFieldNames);
	};

	// Plain JSON from here on: what the builders left undefined is gone.
	const paths = JSON.parse(JSON.stringify(document.paths)) as JsonObject;
	count(paths);
	return {
		...document,
		paths: rewrite(paths, { operation: '', side: '', field: '' }),
		components: {
			...document.components,
			schemas: schemas.components,
			parameters: parameters.components,
		},
	};
}
