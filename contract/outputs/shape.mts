/** What n8n's editor reads of a JSON schema: the first type, the properties of "object", the items of "array". */
export interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: Schema | false;
}

type Scalar = 'string' | 'number' | 'boolean';

/** A value in short: `'number?'` may be null, `[…]` is a list, `'*'` stands for the other names of an object. */
export type Shape = Scalar | `${Scalar}?` | 'any' | OrNull | readonly [Shape] | Fields;

/** The fields of an object by name. Each may be absent. */
export interface Fields {
	readonly [name: string]: Shape;
}

/** An object or a list that may be null. The editor does not look into it. */
class OrNull<S = unknown> {
	constructor(readonly shape: S) {}
}

export const orNull = <S extends Shape>(shape: S): OrNull<S> => new OrNull(shape);

/** The shape of a type. `satisfies ShapeOf<T>` holds a description to the type that the nodes use. */
export type ShapeOf<T> = null extends T
	? Nullable<Present<NonNullable<T>>>
	: Present<NonNullable<T>>;

type Nullable<S> = S extends string ? `${S}?` : OrNull<S>;

type Present<T> =
	T extends ReadonlyArray<infer Entry>
		? [ShapeOf<Entry>]
		: T extends string
			? 'string'
			: T extends number
				? 'number'
				: T extends boolean
					? 'boolean'
					: { [Name in keyof T]-?: ShapeOf<T[Name]> };

const ANY = ['string', 'number', 'boolean', 'object', 'array', 'null'];

/** @returns the schema of the values that have a shape */
export function toSchema(shape: Shape): Schema {
	if (typeof shape === 'string') {
		if (shape === 'any') return { type: ANY };
		return shape.endsWith('?') ? { type: [shape.slice(0, -1), 'null'] } : { type: shape };
	}
	if (shape instanceof OrNull) {
		const schema = toSchema(shape.shape as Shape);
		return { ...schema, type: [schema.type, 'null'].flat() };
	}
	if (Array.isArray(shape)) return { type: 'array', items: toSchema(shape[0] as Shape) };
	const { '*': others, ...fields } = shape as Fields;
	const properties = Object.entries(fields).map(([name, field]) => [name, toSchema(field)]);
	return {
		type: 'object',
		...(properties.length > 0 && { properties: Object.fromEntries(properties) as object }),
		...(others && { additionalProperties: toSchema(others) }),
	} as Schema;
}
