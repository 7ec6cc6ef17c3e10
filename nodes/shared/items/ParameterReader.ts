import type { IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';

/** @returns whether a value as stored in the workflow holds an expression anywhere. */
export function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

/**
 * Reads node parameters for many items. A parameter without an expression is the same for all items and is read once;
 * evaluating an expression costs up to a hundred times as much, and is done once for an item.
 */
export class ParameterReader {
	private readonly constants = new Map<string, NodeParameterValueType | object>();

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
	get<T extends NodeParameterValueType | object>(name: string, itemIndex: number, fallback: T): T {
		if (hasExpression(this.raw[name])) {
			return this.context.getNodeParameter(name, itemIndex, fallback) as T;
		}
		let value = this.constants.get(name);
		if (value === undefined) {
			value = this.context.getNodeParameter(name, 0, fallback) as T;
			this.constants.set(name, value);
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
	const id = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}
