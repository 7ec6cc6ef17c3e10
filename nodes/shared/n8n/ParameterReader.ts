import type { IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';
import { isObject } from '../values/isObject';

/** @returns whether a value as stored in the workflow holds an expression anywhere. */
export function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

type Value = NodeParameterValueType | object;

/**
 * Reads node parameters for many items. A parameter without an expression is the same for all items and is read once;
 * evaluating an expression costs up to a hundred times as much, and is done once for an item, if its parameters are read
 * before those of the next one.
 */
export class ParameterReader {
	private readonly constants = new Map<string, Value>();

	/** The evaluated parameters of the item that was read last. */
	private readonly evaluated = new Map<string, Value>();

	private lastItem = -1;

	/** Whether a parameter holds an expression, by name. */
	private readonly dynamic = new Map<string, boolean>();

	private readonly raw: Readonly<Record<string, unknown>>;

	constructor(private readonly context: IExecuteFunctions) {
		this.raw = context.getNode().parameters;
	}

	/**
	 * @param name the parameter's name
	 * @param itemIndex the item, from 0
	 * @param fallback what to return where the parameter is not shown
	 * @returns the value with expressions resolved
	 */
	get<T extends Value>(name: string, itemIndex: number, fallback: T): T {
		if (!this.isDynamic(name)) return this.read(this.constants, name, 0, fallback);
		if (itemIndex !== this.lastItem) {
			this.evaluated.clear();
			this.lastItem = itemIndex;
		}
		return this.read(this.evaluated, name, itemIndex, fallback);
	}

	private isDynamic(name: string): boolean {
		const known = this.dynamic.get(name) ?? hasExpression(this.raw[name]);
		this.dynamic.set(name, known);
		return known;
	}

	private read<T extends Value>(
		known: Map<string, Value>,
		name: string,
		itemIndex: number,
		fallback: T,
	): T {
		let value = known.get(name);
		if (value === undefined) {
			value = this.context.getNodeParameter(name, itemIndex, fallback) as T;
			known.set(name, value);
		}
		return value as T;
	}

	/** @returns the ID that a resource locator holds, trimmed; an empty string when nothing was chosen. */
	id(name: string, itemIndex: number): string {
		return locatorValue(this.get(name, itemIndex, ''));
	}
}

/** @returns the ID in a resource locator value, or in a plain value given by an expression; an empty string for none. */
export function locatorValue(value: unknown): string {
	const id = isObject(value) && 'value' in value ? value.value : value;
	return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}
