import { accept, refuse, type Reading } from '../../values/reading';
import { hasControl, hasInvisible, shown } from '../../values/visible';
import { isEmpty } from './primitives';
import type { FieldRule } from './rule';

/** How a text is read. */
export interface TextForm extends Pick<FieldRule, 'booleanAsText'> {
	isMultiLine?: boolean;
	/** Whether the text is taken byte for byte. */
	isPassword?: boolean;
	/** Whether a message must not show it; so it is with every password. */
	isSecret?: boolean;
}

const RETYPE = 'Type the value instead of pasting it, or remove the character.';

/** @returns a text, or what else becomes one, as it is. */
function toText(
	value: unknown,
	{ booleanAsText, isPassword, isSecret }: TextForm,
): Reading<string> {
	const told = isPassword || isSecret ? 'the entered value' : shown(value);
	if (typeof value === 'string') return accept(value);
	if (typeof value === 'bigint') return accept(`${value}`);
	if (typeof value === 'number' && !Number.isNaN(value)) {
		const isExact = Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
		return isExact
			? accept(String(value))
			: refuse(`${told} is too large to be an exact number`, 'Enter it as text.');
	}
	if (typeof value === 'boolean' && booleanAsText) return accept(`${value}`);
	return refuse(`${told} is not text`, 'Enter text, or an expression that returns text.');
}

const CONTROL = 'contains a line break, a tab or another control character';

function checkPassword(text: string): Reading<string> {
	if (/[\r\n]$/.test(text)) {
		return refuse(
			'ends with a line break',
			'Remove it. It is often copied along with a password from a file or a table.',
		);
	}
	return hasControl(text)
		? refuse(CONTROL, 'Remove the character. Passwords do not contain it.')
		: accept(text);
}

/**
 * Reads a text. Blanks and byte order marks around it go, but for passwords.
 *
 * @param value of any type but empty
 * @param form how the text is read
 * @returns the text; or what is wrong with it: it is none, or it holds characters that cannot be seen
 */
export function readText(value: unknown, form: TextForm = {}): Reading<string> {
	const reading = toText(value, form);
	if (!reading.ok) return reading;
	if (form.isPassword && !form.isMultiLine) return checkPassword(reading.value);
	const text = form.isPassword ? reading.value : reading.value.trim();
	const prefix = form.isPassword || form.isSecret ? '' : `${shown(text)} `;
	if (hasControl(text, form.isMultiLine)) return refuse(`${prefix}${CONTROL}`, RETYPE);
	return hasInvisible(text) && !form.isPassword
		? refuse(`${prefix}contains an invisible character`, RETYPE)
		: accept(text);
}

const ID = /^[\w.:-]+$/;

/** Reads an ID. @returns the ID; or what is wrong with it, such as that it is a name or two IDs */
export function readId(value: unknown): Reading<string> {
	const reading = readText(value);
	if (!reading.ok || ID.test(reading.value)) return reading;
	return refuse(
		`${shown(reading.value)} is not an ID`,
		'Enter one ID, not a name: letters, digits, hyphens, dots, colons and underscores.',
	);
}

const SEPARATOR = /[,;\r\n]/;

/** @returns the entries of a JSON list in a text; undefined if it is none. */
export function parseList(text: string): unknown[] | undefined {
	if (!text.startsWith('[')) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/** @returns what a text names: a JSON list, or entries separated by commas, semicolons or line breaks. */
export const splitList = (text: string): unknown[] =>
	parseList(text.trim()) ?? text.split(SEPARATOR).map((entry) => entry.trim());

/**
 * Reads several texts, such as IDs.
 *
 * @param value a list, or a text as `splitList` takes it
 * @param form how each entry is read
 * @returns each text once, in their order, without blank ones
 */
export function readTexts(value: unknown, form: TextForm = {}): Reading<string[]> {
	const entries: unknown[] = Array.isArray(value)
		? value
		: typeof value === 'string'
			? splitList(value)
			: [value];
	const texts = new Set<string>();
	for (const [index, entry] of entries.entries()) {
		if (typeof entry === 'string' && isEmpty(entry)) continue;
		const reading = readText(entry, form);
		if (!reading.ok) {
			return entries.length === 1
				? reading
				: refuse(`entry ${index + 1}: ${reading.fault}`, reading.remedy);
		}
		texts.add(reading.value);
	}
	return accept([...texts]);
}
