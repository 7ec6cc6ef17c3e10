import type { IDataObject } from 'n8n-workflow';
import type { Instant } from '../../values/instant';
import type { OptionValue } from './option';

/** The value of a field, of the field's own type; undefined for an empty one without a default. */
export type PlainValue =
	| OptionValue
	| OptionValue[]
	| Instant
	| IDataObject
	| Fields
	| Fields[]
	| undefined;

/** What a field holds. */
export interface FieldValue {
	value: PlainValue;
	/** Whether it was entered; else the value is the default of the field. */
	isSet: boolean;
	/** Whether the field is on the form, also an empty one. */
	isAdded: boolean;
	/** Whether it holds an empty text: the user emptied it, where null only means that there is nothing. */
	isBlank?: boolean;
	/** Whether it has neither a value nor an expression. */
	isOmitted?: boolean;
}

/** A field that is not on the form. */
export const ABSENT: FieldValue = { value: undefined, isSet: false, isAdded: false };

/**
 * Fields by name: those of an item, of a collection, or of an entry of a list. Each method returns undefined for an empty
 * field without a default, and throws for a field of another type, which is a fault of the caller.
 */
export interface Fields {
	/** @returns whether a value was entered: neither null nor blank. */
	isSet(name: string): boolean;
	/** @returns whether the field was added to its collection, also if nothing was entered into it. */
	isAdded(name: string): boolean;
	/** @returns whether a field of the node has neither a value nor an expression. */
	isOmitted(name: string): boolean;
	/** @returns the text of a field that may be emptied: an empty one if the user emptied it; undefined for null. */
	emptiable(name: string): string | undefined;
	/** @returns a text, an ID, or a password. */
	text(name: string): string | undefined;
	/** @returns the answer of a yes/no field. */
	flag(name: string): boolean | undefined;
	/** @returns a number, also the one of a list of numbers to choose from. */
	number(name: string): number | undefined;
	/** @returns what was chosen from a list of texts; only an open list gives other texts than those of `T`. */
	option<T extends string = string>(name: string): T | undefined;
	/** @returns several texts: of a field that takes a list, or what was chosen. */
	list<T extends string = string>(name: string): T[] | undefined;
	/** @returns a moment. */
	time(name: string): Instant | undefined;
	/** @returns a JSON object. */
	json(name: string): IDataObject | undefined;
	/** @returns the fields of a collection, or of a group in a fixed collection; an absent one has no fields. */
	group(name: string): Fields;
	/** @returns the entries of a list in a fixed collection. */
	entries(name: string): Fields[];
}

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Marks what `fieldsOf` made; no JSON object can have it. */
const MARK = Symbol('fields');

const isFields = (value: unknown): value is Fields => isObject(value) && MARK in value;

const isText = (value: unknown): value is string => typeof value === 'string';

const isInstant = (value: unknown): value is Instant => isObject(value) && 'utc' in value;

/**
 * @param find finds a field by its name; `ABSENT` for one that is not on the form
 * @returns the fields as the code reads them
 */
export function fieldsOf(find: (name: string) => FieldValue): Fields {
	const read = <T>(
		name: string,
		kind: string,
		isKind: (value: unknown) => value is T,
	): T | undefined => {
		const { value } = find(name);
		if (value === undefined || isKind(value)) return value;
		throw new Error(`The field ${name} is read as ${kind}, but it is of another type`);
	};
	const fields: Fields & { [MARK]: true } = {
		[MARK]: true,
		isSet: (name) => find(name).isSet,
		isAdded: (name) => find(name).isAdded,
		isOmitted: (name) => find(name).isOmitted === true,
		emptiable: (name) => fields.text(name) ?? (find(name).isBlank ? '' : undefined),
		text: (name) => read(name, 'text', isText),
		flag: (name) => read(name, 'yes or no', (value) => typeof value === 'boolean'),
		number: (name) => read(name, 'a number', (value) => typeof value === 'number'),
		option: <T extends string>(name: string) =>
			read(name, 'a choice', (value): value is T => isText(value)),
		list: <T extends string>(name: string) =>
			read(name, 'a list', (value): value is T[] => Array.isArray(value) && value.every(isText)),
		time: (name) => read(name, 'a time', isInstant),
		json: (name) =>
			read(
				name,
				'a JSON object',
				(value): value is IDataObject => isObject(value) && !isFields(value),
			),
		group: (name) => read(name, 'a collection', isFields) ?? NO_FIELDS,
		entries: (name) =>
			read(
				name,
				'a list of entries',
				(value): value is Fields[] => Array.isArray(value) && value.every(isFields),
			) ?? [],
	};
	return fields;
}

/** The fields of a collection to which none was added. */
export const NO_FIELDS: Fields = fieldsOf(() => ABSENT);
