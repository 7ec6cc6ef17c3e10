import type { Redactor } from './redact';

/** Largest answer that is read, in bytes and unpacked. A page of 100 tasks has some hundred thousand. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** Deepest nesting that is read. Answers of the services have fewer than ten levels; n8n fails at some thousand. */
const MAX_NESTING = 100;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
const BYTE_ORDER_MARK = /^\ufeff/;

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** @returns whether the brackets of a JSON text nest deeper than allowed; told before parsing, which would build them all. */
function isTooDeep(json: Uint8Array): boolean {
	let depth = 0;
	let isText = false;
	for (let at = 0; at < json.length; at++) {
		const byte = json[at];
		if (isText) {
			if (byte === BACKSLASH) at++;
			else if (byte === QUOTE) isText = false;
		} else if (byte === QUOTE) isText = true;
		else if (OPENING.has(byte) && ++depth > MAX_NESTING) return true;
		else if (CLOSING.has(byte)) depth--;
	}
	return false;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/**
 * Reads the body of an answer, as far as its size and nesting are those of an answer. A hostile or broken service could
 * otherwise fill the memory of n8n, which sets no limit.
 *
 * @param body what n8n's HTTP client gave: a stream, or a body that is read already
 * @param redactor knows the secrets of the call, which the answer may repeat
 * @returns the parsed JSON, or the text if it is none, with stars in place of the secrets; or `damage`, a sentence that says why it was not read
 * @throws what the stream throws when the connection breaks
 */
export async function readBody(
	body: unknown,
	redactor: Redactor,
): Promise<{ body?: unknown; damage?: string }> {
	if (!isStream(body)) return { body: redactor.value(body) };
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > MAX_ANSWER_BYTES) {
			return { damage: `The response is larger than ${MAX_ANSWER_BYTES / 1024 / 1024} MB` };
		}
		chunks.push(chunk);
	}
	const bytes = Buffer.concat(chunks);
	if (isTooDeep(bytes)) return { damage: `The response nests deeper than ${MAX_NESTING} levels` };
	const text = bytes.toString('utf8').replace(BYTE_ORDER_MARK, '');
	return { body: redactor.value(parse(text), text) };
}
