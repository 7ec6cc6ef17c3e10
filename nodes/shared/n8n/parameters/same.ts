import type { INodeProperties } from 'n8n-workflow';
import { fieldProblem } from '../../failures/fieldProblems';
import { shown } from '../../values/visible';
import { dependenciesOf, innerFields } from './conditions';
import { ABSENT, type FieldValue, type PlainValue } from './fields';
import { insideOf } from './inside';
import { createLevel, held, type FieldReading, type Level, type Surroundings } from './level';

/** What to do about a setting that differs between the items. */
export const SAME_REMEDY =
	'This setting applies to the whole run. Use the same value for all items, or run the node once per value.';

/** What is known of a node's fields while settings of the whole run are read. */
export interface SameSource {
	/** @returns the raw value at a path for an item; may throw. */
	get(path: string, item: number): unknown;
	/** @returns whether the value at a path holds an expression. */
	hasExpression(path: string): boolean;
	/** @returns whether a field of the node is read the same for all items. */
	isConstant(name: string): boolean;
	/** @returns whether the fields on which a field of the node depends are the same for all items. */
	isShownAlike(name: string): boolean;
	levelOf(item: number): Level;
	surroundings: Surroundings;
}

/** A field, or a field in a collection. */
interface Path {
	name: string;
	inner: string | undefined;
}

const parse = (path: string): Path => {
	const [name, inner] = path.split('.');
	return { name, inner };
};

/** Reads a field in a collection without the fields beside it, whose expressions may cost much. */
function readInner(
	source: SameSource,
	collection: INodeProperties,
	inner: string,
	item: number,
): FieldReading {
	const { surroundings } = source;
	return createLevel({
		properties: innerFields(collection),
		raw: (name) => source.get(`${collection.name}.${name}`, item),
		label: `${collection.displayName} → `,
		path: `${collection.name}.`,
		usesDefaults: true,
		surroundings,
		readInside: insideOf(surroundings),
		ofNode: source.levelOf(item),
	}).read(inner);
}

function readAt(source: SameSource, { name, inner }: Path, item: number): FieldReading {
	const level = source.levelOf(item);
	if (inner === undefined) return level.read(name);
	const search = level.find(name);
	if (!search.ok) return search;
	return search.field === undefined ? held(ABSENT) : readInner(source, search.field, inner, item);
}

/** @returns whether a value cannot differ between items, so that it is read once. */
function isAlike(source: SameSource, { name, inner }: Path, path: string, item: number): boolean {
	if (source.isConstant(name)) return true;
	if (inner === undefined || source.hasExpression(path) || !source.isShownAlike(name)) return false;
	const search = source.levelOf(item).find(name);
	if (!search.ok || search.field === undefined) return false;
	return innerFields(search.field)
		.filter((field) => field.name === inner)
		.flatMap(dependenciesOf)
		.every((dependency) => !source.hasExpression(`${name}.${dependency.name}`));
}

const labelOf = (source: SameSource, { name, inner }: Path, item: number): string => {
	const search = source.levelOf(item).find(name);
	const field = search.ok ? search.field : undefined;
	const within = innerFields(field ?? ({} as INodeProperties)).find((one) => one.name === inner);
	return [field?.displayName ?? name, within?.displayName ?? inner ?? []].flat().join(' → ');
};

const asText = (value: PlainValue): string => JSON.stringify(value) ?? '';

/**
 * Reads a setting that holds for the whole run. An empty one has its default.
 *
 * @param source the fields of the node
 * @param path a field without others inside, or such a field in a collection
 * @param items the items that count
 * @returns the value; or the problem that names the field and two different values
 */
export function readSame(source: SameSource, path: string, items: readonly number[]): FieldReading {
	const parsed = parse(path);
	let first: FieldValue | undefined;
	for (const item of items) {
		const reading = readAt(source, parsed, item);
		if (!reading.ok) return reading;
		if (first === undefined) {
			first = reading.value;
			if (isAlike(source, parsed, path, item)) break;
		} else if (asText(reading.value.value) !== asText(first.value)) {
			const rule = source.surroundings.rules[path];
			const values = rule?.secret
				? ''
				: `: ${shown(first.value)} for item ${items[0]}, ${shown(reading.value.value)} for item ${item}`;
			return {
				ok: false,
				problems: [
					fieldProblem(
						labelOf(source, parsed, item),
						`differs between the items${values}`,
						SAME_REMEDY,
					),
				],
			};
		}
	}
	return held(first ?? ABSENT);
}
