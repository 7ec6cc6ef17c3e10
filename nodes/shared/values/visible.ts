/**
 * Characters that nobody sees: zero-width ones, soft hyphens, direction marks, fillers and byte order marks. The variation
 * selectors U+FE0E and U+FE0F are no part of them, because every other emoji has one.
 */
const INVISIBLE = /(?![\ufe0e\ufe0f])[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;

/** Control characters, the line ends of Unicode, and halves of characters, which have no bytes. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

/** The same but line breaks and tabs, which a field of several lines may hold. */
const CONTROL_IN_LINES = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

const HIDDEN =
	/(?![\ufe0e\ufe0f])[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]|[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** @returns whether a text contains an invisible character, such as a zero-width one. */
export const hasInvisible = (text: string): boolean => INVISIBLE.test(text);

/**
 * @param text the entered value
 * @param isMultiLine whether line breaks and tabs are fine
 * @returns whether it holds a control character or half a character
 */
export const hasControl = (text: string, isMultiLine = false): boolean =>
	(isMultiLine ? CONTROL_IN_LINES : CONTROL).test(text);

/** @returns the text with each hidden character as its code, such as `[U+200B]`. */
export const makeVisible = (text: string): string =>
	text.replace(
		HIDDEN,
		(character) =>
			`[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
	);

/** The most characters of a value that a message shows. */
const MAX_SHOWN = 60;

/** @returns the beginning of a text, cut between characters. */
export const shorten = (text: string, most = MAX_SHOWN): string => {
	const characters = [...text.slice(0, 2 * most + 1)];
	return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
};

const ASSIGNED_SECRET = /(pass\w{0,20}|pwd|secret|token|\bkey)(["']?\s{0,5}[=:]).*/isu;

/** Takes out what is secret in a text that should have none: the login of an address, a password in a connection string. */
function withoutLogin(text: string): string {
	const start = text.indexOf('//');
	const end = text.lastIndexOf('@');
	const plain = start >= 0 && end > start ? `${text.slice(0, start + 2)}…${text.slice(end)}` : text;
	return plain.slice(0, 10 * MAX_SHOWN).replace(ASSIGNED_SECRET, '$1$2…');
}

const showText = (text: string): string =>
	/PRIVATE KEY/iu.test(text) ? 'a private key' : `"${makeVisible(shorten(withoutLogin(text)))}"`;

const MAX_ENTRIES = 5;

const showMany = (entries: readonly string[]): string =>
	entries.length > MAX_ENTRIES
		? `${entries.slice(0, MAX_ENTRIES).join(', ')} and ${entries.length - MAX_ENTRIES} more`
		: entries.join(', ');

/** @returns words for a value without what is in it, if it is a list or an object. */
export const showBriefly = (value: unknown): string => {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	return shown(value);
};

/**
 * Describes a value in a message. An object is told by the names of its fields only, because its values may be secret.
 *
 * @param value of any type; not the value of a secret field
 * @returns words for it, in the singular: a short text in quotation marks, a number, or what it is
 */
export function shown(value: unknown): string {
	if (typeof value === 'string') return value.trim() === '' ? 'a blank' : showText(value);
	if (typeof value === 'number') return Number.isNaN(value) ? 'a failed calculation' : `${value}`;
	if (typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) {
		return value.length === 0
			? 'an empty list'
			: `the list ${showMany(value.slice(0, 100).map(showBriefly))}`;
	}
	if (value instanceof Date) return 'a date';
	if (typeof value !== 'object') return `a ${typeof value}`;
	const keys = Object.keys(value);
	return keys.length === 0
		? 'an empty object'
		: `an object with ${showMany(keys.map((key) => makeVisible(shorten(key, 30))))}`;
}
