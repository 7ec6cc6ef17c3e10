import { escapeXml } from '../../../nodes/shared/values/escapeXml.ts';

/** Slack wants these three escaped in its messages, and shows them as they were. */
const decodeSlack = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/**
 * @param body of a call: a message as Slack takes it, or any JSON
 * @returns what people are shown of it
 */
export function textOf(body: unknown): string {
	if (typeof body === 'string') return body;
	if (isObject(body) && typeof body.text === 'string') return decodeSlack(body.text);
	return JSON.stringify(body, undefined, 2);
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
