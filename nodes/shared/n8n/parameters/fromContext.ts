import type { IExecuteFunctions, INodeProperties, IPollFunctions } from 'n8n-workflow';
import { property as propertyOf } from '../../values/read';
import { createReader, type Reader } from './reader';
import type { FieldRules } from './rule';

/** @returns whether a value as stored in the workflow holds an expression anywhere. */
export function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

const isExpression = (value: unknown): value is string =>
	typeof value === 'string' && value.startsWith('=');

/** The parameters as stored in the workflow, and n8n's way to resolve them. */
interface Stored {
	parameters: unknown;
	/** @returns the resolved value of a parameter, or of a part of it; null where there is none. */
	resolve(path: string, item: number): unknown;
}

/** Gets a parameter, or a part of it: by itself where possible, because that resolves the fewest expressions. */
function getAt({ parameters, resolve }: Stored, path: string, item: number): unknown {
	const [name, inner] = path.split('.');
	const isWhole = inner === undefined || isExpression(propertyOf(parameters, name));
	const value = resolve(isWhole ? name : path, item);
	return (isWhole && inner !== undefined ? propertyOf(value, inner) : value) ?? undefined;
}

/** @returns whether the value at a path holds an expression, or is a part of one. */
function mayDiffer(parameters: unknown, path: string): boolean {
	const [name, inner] = path.split('.');
	const whole = propertyOf(parameters, name);
	return inner === undefined || isExpression(whole)
		? hasExpression(whole)
		: hasExpression(propertyOf(whole, inner));
}

/** What the fields of a node are, beyond what a run tells. */
export interface NodeForm {
	properties: readonly INodeProperties[];
	rules?: FieldRules;
}

function fromStored(
	context: IExecuteFunctions | IPollFunctions,
	form: NodeForm,
	itemCount: number,
	resolve: Stored['resolve'],
): Reader {
	const node = context.getNode();
	const stored: Stored = { parameters: node.parameters, resolve };
	const known = new Map<string, boolean>();
	return createReader({
		...form,
		node,
		itemCount,
		timezone: context.getTimezone(),
		get: (path, item) => getAt(stored, path, item),
		hasExpression: (path) => {
			const answer = known.get(path) ?? mayDiffer(stored.parameters, path);
			known.set(path, answer);
			return answer;
		},
	});
}

/** @returns the reader of a node that runs. */
export const readerOf = (context: IExecuteFunctions, form: NodeForm): Reader =>
	fromStored(context, form, context.getInputData().length, (path, item) =>
		context.getNodeParameter(path, item, null),
	);

/** @returns the reader of a trigger that polls: it has one item, the item 0. */
export const readerOfTrigger = (context: IPollFunctions, form: NodeForm): Reader =>
	fromStored(context, form, 1, (path) => context.getNodeParameter(path, null));

/**
 * Reads what the node tells itself in a sub-execution: what it is there for. No user sees these fields.
 *
 * @returns the text as it is; an empty one where there is none
 */
export function ownText(context: IExecuteFunctions, name: string): string {
	const value = context.getNodeParameter(name, 0, '');
	return typeof value === 'string' ? value : '';
}
