import type { INodeProperties } from 'n8n-workflow';
import { nodeDependencies } from './conditions';
import { insideOf } from './inside';
import { createLevel, type FieldReading, type Level, type Surroundings } from './level';

/** The raw parameters of a node. */
export interface RawSource {
	/** The fields of the node, as the editor shows them. */
	properties: readonly INodeProperties[];
	/**
	 * @param path a field, or a field in a collection such as `options.batchSize`
	 * @returns its raw value, undefined where there is none; may throw, as expressions do
	 */
	get(path: string, item: number): unknown;
	/** @returns whether the value at a path may differ between items. */
	hasExpression(path: string): boolean;
}

/** Which fields of a node are the same for all items. */
export interface Constancy {
	/** @returns whether value and meaning of a field are the same for all items. */
	isConstant(name: string): boolean;
	/** @returns whether the fields on which it depends are, so that it means the same for all items. */
	isShownAlike(name: string): boolean;
}

/** @returns what tells which fields are the same for all items; each is looked at once. */
export function constancyOf({ properties, hasExpression }: RawSource): Constancy {
	const known = new Map<string, boolean>();
	const alike = new Map<string, boolean>();
	function isShownAlike(name: string): boolean {
		const answer =
			alike.get(name) ??
			properties
				.filter((property) => property.name === name)
				.flatMap((property) => nodeDependencies(property))
				.every(isConstant);
		alike.set(name, answer);
		return answer;
	}
	function isConstant(name: string): boolean {
		const answer = known.get(name);
		if (answer !== undefined) return answer;
		/** For a field that its own conditions lead back to. */
		known.set(name, true);
		const found = !hasExpression(name) && isShownAlike(name);
		known.set(name, found);
		return found;
	}
	return { isConstant, isShownAlike };
}

/**
 * @param source the raw parameters
 * @param surroundings what holds for all of them
 * @param constancy which fields are the same for all items: they are read once
 * @returns the fields of an item. The values of one item are remembered, until another one is asked for.
 */
export function nodeLevels(
	source: RawSource,
	surroundings: Surroundings,
	{ isConstant, isShownAlike }: Constancy,
): (item: number) => Level {
	const constants = new Map<string, FieldReading>();
	const evaluated = new Map<string, FieldReading>();
	/** Raw values without an expression, of fields that mean something else from item to item. */
	const raw = new Map<string, unknown>();
	let current = 0;
	const readRaw = (name: string): unknown => {
		if (source.hasExpression(name)) return source.get(name, current);
		if (!raw.has(name)) raw.set(name, source.get(name, 0));
		return raw.get(name);
	};
	const level = createLevel({
		properties: source.properties,
		raw: readRaw,
		hasExpression: source.hasExpression,
		label: '',
		path: '',
		usesDefaults: true,
		surroundings,
		readInside: insideOf(surroundings),
		isShownAlike,
		memory: (name) => (isConstant(name) ? constants : evaluated),
	});
	return (item) => {
		if (item !== current) evaluated.clear();
		current = item;
		return level;
	};
}
