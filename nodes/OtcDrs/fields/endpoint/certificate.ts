import { createHash } from 'node:crypto';

/** A certificate in the form of the request. */
export interface Certificate {
	/** The file's content in Base64, for `ssl_cert_key`. */
	base64: string;
	/** SHA-256 of the file's content, in lower-case hex, for `ssl_cert_check_sum`. */
	checkSum: string;
}

const PEM_BEGIN = '-----BEGIN ';
const PEM_LINE = /-----(?:BEGIN|END) [A-Z0-9 ]+-----/g;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Puts the line breaks back into a PEM text that lost them in a single-line field.
 *
 * @param pem PEM text
 * @returns the text with every marker on a line of its own
 */
function restoreLines(pem: string): string {
	const unescaped = pem.replace(/\\n/g, '\n').replace(/\r\n/g, '\n').trim();
	if (unescaped.includes('\n')) return `${unescaped}\n`;
	const [begin = '', end = ''] = unescaped.match(PEM_LINE) ?? [];
	const content = unescaped.slice(begin.length, unescaped.length - end.length).replace(/ /g, '');
	return `${[begin, ...(content.match(/.{1,64}/g) ?? []), end].join('\n')}\n`;
}

/**
 * Reads a certificate as users paste it.
 *
 * @param text PEM text, or the Base64 of a certificate file such as `.p12`
 * @returns content and checksum for the request; undefined if the text is neither PEM nor Base64
 */
export function readCertificate(text: string): Certificate | undefined {
	const isPem = text.trimStart().startsWith(PEM_BEGIN);
	const compact = text.replace(/\s/g, '');
	if (!isPem && (!BASE64.test(compact) || compact.length % 4 !== 0)) return undefined;
	const content = isPem ? Buffer.from(restoreLines(text), 'utf8') : Buffer.from(compact, 'base64');
	return {
		base64: content.toString('base64'),
		checkSum: createHash('sha256').update(content).digest('hex'),
	};
}
