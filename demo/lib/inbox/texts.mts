import { escapeXml } from '../../../nodes/shared/values/escapeXml.ts';
import { isObject } from '../../../nodes/shared/values/isObject.ts';

/** The page is read every two seconds: it shows no more characters of a text. */
const MOST = 20_000;

/** @returns the text, or its beginning where it is long. */
export const shorten = (text: string): string =>
	text.length > MOST ? `${text.slice(0, MOST)}\n… (the first ${MOST} characters)` : text;

/** Slack wants these three escaped in its messages, and shows them as they were. */
const decodeSlack = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What people are shown of a call. */
export interface CallText {
	text: string;
	/** Whether it is JSON, not a message. */
	isJson: boolean;
}

/** @returns the JSON with a line for each value; as it was received when it is nested too deeply for that. */
function formatJson(body: unknown, received: string): string {
	try {
		return JSON.stringify(body, undefined, 2);
	} catch {
		return received;
	}
}

/**
 * @param body of a call: a message as Slack takes it, or any JSON
 * @param received the text that it came as
 */
export function textOf(body: unknown, received: string): CallText {
	if (typeof body === 'string') return { text: shorten(body), isJson: false };
	if (isObject(body) && typeof body.text === 'string')
		return { text: shorten(decodeSlack(body.text)), isJson: false };
	return { text: shorten(formatJson(body, received)), isJson: true };
}

/** @returns a text as HTML, with what is between three backticks as code. */
export function textHtml(text: string): string {
	return text
		.split('```')
		.map((part, index) => {
			const tag = index % 2 === 1 ? 'pre' : 'p';
			return part.trim() === '' ? '' : `<${tag}>${escapeXml(part.trim())}</${tag}>`;
		})
		.join('');
}
