import { createReader, type Reader } from '../../../../../nodes/shared/n8n/parameters/reader.ts';
import { PROPERTIES, RULES } from './formProperties.mts';

/** Parameters; a function stands for an expression, and gets the item. */
export type Parameters = Record<string, unknown>;

const isExpression = (value: unknown): value is (item: number) => unknown =>
	typeof value === 'function';

const hasExpression = (value: unknown): boolean =>
	isExpression(value) ||
	(typeof value === 'object' && value !== null && Object.values(value).some(hasExpression));

const resolve = (value: unknown, item: number): unknown => {
	if (isExpression(value)) return value(item);
	const isPlain =
		Object.prototype.toString.call(value) === '[object Object]' && hasExpression(value);
	return isPlain
		? Object.fromEntries(
				Object.entries(value as object).map(([key, inner]) => [key, resolve(inner, item)]),
			)
		: value;
};

/** @returns a reader of the form above, and how often each parameter was resolved */
export function readerFor(
	parameters: Parameters,
	{ itemCount = 1, properties = PROPERTIES, rules = RULES } = {},
): { reader: Reader; reads: Map<string, number> } {
	const reads = new Map<string, number>();
	const at = (path: string): unknown => {
		const [name, inner] = path.split('.');
		const whole = parameters[name];
		return inner === undefined || isExpression(whole)
			? whole
			: (whole as Parameters | undefined)?.[inner];
	};
	const reader = createReader({
		properties,
		rules,
		itemCount,
		timezone: 'Europe/Berlin',
		hasExpression: (path) => hasExpression(at(path)),
		get: (path, item) => {
			reads.set(path, (reads.get(path) ?? 0) + 1);
			const value = resolve(at(path), item);
			const [name, inner] = path.split('.');
			return inner !== undefined && isExpression(parameters[name])
				? (value as Parameters | undefined)?.[inner]
				: value;
		},
	});
	return { reader, reads };
}
