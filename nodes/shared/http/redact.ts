import { forEachText } from './withoutSecrets';

/** Keeps the secrets of one call out of what is told of it. */
export interface Redactor {
	/** @returns the text with stars in place of every secret */
	text(text: string): string;
	/**
	 * @param value a parsed answer
	 * @param json the text it was parsed from, which tells at once whether there is anything to look for
	 * @returns the value itself if its texts hold no secret, else a copy with stars in place of them
	 */
	value(value: unknown, json?: string): unknown;
}

const STARS = '***';

/** A shorter value is no secret, and would be found everywhere. */
const MIN_LENGTH = 4;

/** A shorter value has to stand by itself: as a part of an ID or a word it is there by chance. */
const MIN_LENGTH_WITHIN_WORDS = 8;

/** Words by which services say how a call ended. */
const WORDS_OF_SERVICES = new Set(['success', 'failed', 'true', 'false', 'null']);

interface Spellings {
	/** The longest first. */
	texts: string[];
	isShort: boolean;
}

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const codeOf = (character: string): string =>
	`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** @returns the ways in which JSON libraries write a text: as it is, in ASCII, and safe for HTML. */
function jsonSpellings(text: string): string[] {
	const json = asJson(text);
	const ascii = json.replace(/[^ -~]/g, codeOf);
	const upper = json.replace(
		/[^ -~]/g,
		(character) => `\\u${codeOf(character).slice(2).toUpperCase()}`,
	);
	const safe = ascii.replace(/[<>&='/]/g, codeOf);
	return [json, ascii, upper, safe];
}

function spell(secret: string): Spellings {
	const once = jsonSpellings(secret);
	/** Lone halves of characters, which cannot be percent-encoded, become what they become on their way. */
	const encoded = encodeURIComponent(Buffer.from(secret).toString());
	const texts = [...new Set([secret, encoded, ...once, ...once.map(asJson)])];
	return {
		texts: texts.sort((a, b) => b.length - a.length),
		isShort: secret.length < MIN_LENGTH_WITHIN_WORDS,
	};
}

/** @returns a part of a secret that is the same in every spelling; empty if there is none. */
function probeOf(secret: string): string {
	const long = /[A-Za-z0-9]{8,}/.exec(secret)?.[0];
	return long ?? secret.split(/[^A-Za-z0-9]+/).sort((a, b) => b.length - a.length)[0];
}

const isInWord = (character: string | undefined): boolean =>
	character !== undefined && /[\w-]/.test(character);

/** Replaces a text where it is not a part of a longer word. */
function replaceWords(text: string, word: string): string {
	const parts = text.split(word);
	let result = parts[0];
	for (let index = 1; index < parts.length; index++) {
		const isPart = isInWord(parts[index - 1].at(-1)) || isInWord(parts[index][0]);
		result += (isPart ? word : STARS) + parts[index];
	}
	return result;
}

function redact(text: string, secrets: readonly Spellings[]): string {
	let result = text;
	for (const { texts, isShort } of secrets) {
		for (const spelling of texts) {
			if (!result.includes(spelling)) continue;
			result = isShort ? replaceWords(result, spelling) : result.replaceAll(spelling, STARS);
		}
	}
	return result;
}

/** @returns the value with every text changed; the value itself if no text changes. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value);
	const changed = entries.map(([key, entry]) => [key, mapTexts(entry, change)] as const);
	if (changed.every(([, entry], index) => entry === entries[index][1])) return value;
	return Array.isArray(value) ? changed.map(([, entry]) => entry) : Object.fromEntries(changed);
}

/**
 * Makes the redactor of a call.
 *
 * @param known secrets that the call may carry, such as its token
 * @param request the body of the call: what it holds in fields for secrets is one, too; a text that it says openly stays
 * where it is the whole of a value, because names and IDs are matched by it
 */
export function redactorFor(known: readonly string[], request?: unknown): Redactor {
	const texts = new Set(known);
	forEachText(request, (text, isSecret) => {
		if (isSecret) texts.add(text);
	});
	const secrets = [...texts]
		.filter((text) => text.length >= MIN_LENGTH && !WORDS_OF_SERVICES.has(text))
		.map((text) => ({ text, probe: probeOf(text) }));
	const suspectsIn = (written?: string): Spellings[] =>
		secrets
			.filter(({ probe }) => written === undefined || written.includes(probe))
			.map(({ text }) => spell(text));
	return {
		text: (text) => redact(text, suspectsIn(text)),
		value(value, json) {
			const suspects = suspectsIn(json);
			if (suspects.length === 0) return value;
			const open = new Set<string>();
			forEachText(request, (text, isSecret) => {
				if (!isSecret) open.add(text);
			});
			return mapTexts(value, (text) => (open.has(text) ? text : redact(text, suspects)));
		},
	};
}
