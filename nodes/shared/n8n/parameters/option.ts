import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { accept, refuse, type Reading } from '../../values/reading';
import { shown } from '../../values/visible';
import { isEmpty } from './primitives';
import { readText, splitList } from './text';

/** What an option stands for. */
export type OptionValue = INodePropertyOptions['value'];

const MAX_NAMED = 12;

/** @returns the options of a field that lets the user choose; none where the editor fetches them. */
export const optionsOf = ({
	options = [],
}: Pick<INodeProperties, 'options'>): INodePropertyOptions[] =>
	options.filter((option): option is INodePropertyOptions => 'value' in option);

const normalized = (text: unknown): string =>
	String(text).trim().toLowerCase().replace(/\s+/g, ' ');

/** @returns the options that a text means, by value or else by name; exactly, or else without regard to case. */
function matching(text: string, options: readonly INodePropertyOptions[]): INodePropertyOptions[] {
	const tests: Array<(option: INodePropertyOptions) => boolean> = [
		({ value }) => String(value) === text,
		({ name }) => name === text,
		({ value }) => normalized(value) === normalized(text),
		({ name }) => normalized(name) === normalized(text),
	];
	return tests.map((test) => options.filter(test)).find((found) => found.length > 0) ?? [];
}

function possible(options: readonly INodePropertyOptions[]): string {
	if (options.length === 0) return 'Enter text.';
	const named = options.slice(0, MAX_NAMED).map(({ name }) => name);
	const rest = options.length - named.length;
	return `Possible: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

/**
 * @param value a value of the list, or the name that the editor shows, in any case
 * @param options the list
 * @param isOpen whether another text is taken as it is
 * @returns the option's value; or that it is not in the list, with what is
 */
export function readOption(
	value: unknown,
	options: readonly INodePropertyOptions[],
	isOpen: boolean,
): Reading<OptionValue> {
	if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') {
		return refuse(`${shown(value)} is not a choice`, possible(options));
	}
	const [option, another] = matching(String(value).trim(), options);
	if (option !== undefined && another === undefined) return accept(option.value);
	if (isOpen && typeof value !== 'boolean') return readText(value);
	return refuse(`${shown(value)} is not in the list`, possible(options));
}

/**
 * @param value a list, a JSON list in a text, or a text with commas, semicolons or line breaks
 * @param options what each entry may be, as `readOption` takes it
 * @param isOpen whether other texts are taken as they are
 * @returns the values, each once, in their order, without blank entries
 */
export function readOptions(
	value: unknown,
	options: readonly INodePropertyOptions[],
	isOpen: boolean,
): Reading<OptionValue[]> {
	if (!Array.isArray(value) && typeof value !== 'string') {
		return refuse(
			`${shown(value)} is not a list`,
			`Enter a list or comma-separated text. ${possible(options)}`,
		);
	}
	const isOne = typeof value === 'string' && matching(value.trim(), options).length === 1;
	const entries: unknown[] = isOne ? [value] : typeof value === 'string' ? splitList(value) : value;
	const values = new Set<OptionValue>();
	for (const entry of entries) {
		if (isEmpty(entry)) continue;
		const reading = readOption(entry, options, isOpen);
		if (!reading.ok) return reading;
		values.add(reading.value);
	}
	return accept([...values]);
}
