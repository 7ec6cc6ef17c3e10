import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readInstant, type Instant } from '../../values/instant';
import { MAX_LEVELS, readJsonObject, unsendableIn } from '../../values/json';
import { isObject } from '../../values/isObject';
import { accept, refuse, type Reading } from '../../values/reading';
import { showBriefly } from '../../values/visible';
import type { Zone } from '../../values/zone';
import { optionsOf, readOption, readOptions, type OptionValue } from './option';
import { isEmpty, readFlag, readNumber } from './primitives';
import type { FieldRule } from './rule';
import { parseList, readId, readText, readTexts, type TextForm } from './text';

/** The value of a field that holds no other fields. */
export type SingleValue = OptionValue | OptionValue[] | Instant | IDataObject | undefined;

/** How the values of a field are read. */
export interface Conversion {
	property: INodeProperties;
	rule: FieldRule;
	/** @returns the workflow's time zone; undefined if it is unknown. */
	zone(): Zone | undefined;
}

/** Types of properties that only show something. */
const WITHOUT_VALUE: readonly string[] = ['notice', 'callout', 'button', 'credentials'];

/** @returns the ID in the value of a resource locator, or a plain value as it is. */
const unwrap = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

/** @returns what a field of a type holds: of a resource locator the ID inside. */
const contentOf = (property: INodeProperties, value: unknown): unknown =>
	property.type === 'resourceLocator' ? unwrap(value) : value;

/** @returns whether a value leaves its field empty, so that the default holds. */
export const isEmptyField = (property: INodeProperties, value: unknown): boolean => {
	const content = contentOf(property, value);
	const isNull =
		property.type === 'json' && typeof content === 'string' && content.trim() === 'null';
	return isNull || isEmpty(content) || WITHOUT_VALUE.includes(property.type);
};

/** @returns words for what was entered instead of an object; none for text, which may hold a secret */
const kindOf = (value: unknown): string =>
	typeof value === 'string' || isObject(value) ? '' : `${showBriefly(value)} `;

function readJson(value: unknown): Reading<IDataObject> {
	const found = readJsonObject(typeof value === 'string' ? value.trim() : value);
	if (found === null || found === undefined || value instanceof Date) {
		return refuse(
			`${kindOf(value)}is not a JSON object`,
			`Enter an object such as { "name": "value" } with at most ${MAX_LEVELS} levels, or leave it empty.`,
		);
	}
	const unsendable = unsendableIn(found);
	return unsendable === undefined ? accept(found) : refuse(unsendable.fault, unsendable.remedy);
}

function readTextField(value: unknown, { property, rule }: Conversion): Reading<SingleValue> {
	const { typeOptions = {} } = property;
	const takesLines = rule.convert !== undefined || rule.multiLine === true;
	const form: TextForm = {
		isMultiLine: takesLines || (typeOptions.rows ?? 1) > 1,
		isPassword: typeOptions.password === true,
		isSecret: rule.secret === true,
		booleanAsText: rule.booleanAsText,
	};
	if (rule.convert !== undefined) {
		const isList =
			rule.list === true &&
			(Array.isArray(value) ||
				(typeof value === 'string' && parseList(value.trim()) !== undefined));
		const texts = isList ? readTexts(value, form) : readText(value, form);
		return texts.ok ? rule.convert([texts.value].flat().join('\n')) : texts;
	}
	const takesMany = rule.list === true || typeOptions.multipleValues === true;
	const isId = rule.id === true || property.type === 'resourceLocator';
	if (isId && !takesMany) return readId(value);
	return takesMany ? readTexts(value, form) : readText(value, form);
}

/**
 * Reads the value of a field that holds no other fields.
 *
 * @param raw the value, of any type; not empty
 * @param conversion the field
 * @returns the value in the field's own type; or what is wrong with it
 */
export function convert(raw: unknown, conversion: Conversion): Reading<SingleValue> {
	const { property, rule } = conversion;
	const value = contentOf(property, raw);
	const isOpen = rule.open === true || property.typeOptions?.loadOptionsMethod !== undefined;
	switch (property.type) {
		case 'boolean':
			return readFlag(value);
		case 'number':
			return readNumber(value, property, rule);
		case 'options':
			return readOption(value, optionsOf(property), isOpen);
		case 'multiOptions':
			return readOptions(value, optionsOf(property), isOpen);
		case 'dateTime':
			return readInstant(value, conversion.zone());
		case 'json':
			return readJson(value);
		default:
			return readTextField(value, conversion);
	}
}

/** @returns the default of a field in the field's own type; undefined for an empty one. */
export function convertDefault(conversion: Conversion): SingleValue {
	const { default: preset } = conversion.property;
	if (isEmptyField(conversion.property, preset)) return undefined;
	const reading = convert(preset, conversion);
	return reading.ok ? reading.value : undefined;
}
