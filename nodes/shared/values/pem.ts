import { DER, readChildren, readDer } from './der';
import { accept, refuse, type Reading } from './reading';

const REMEDY =
	'Paste the whole certificate from "-----BEGIN CERTIFICATE-----" to "-----END CERTIFICATE-----", or the Base64 of a .p12 file.';

const CUT_OFF = refuse('contains a certificate that is cut off or damaged', REMEDY);

const PRIVATE_KEY = refuse(
	'contains a private key, which is not sent',
	'Paste certificates only. If the private key has been seen by others, replace it.',
);

/** Where the blanks of a marker went missing, it is recognized all the same. */
const MARKER = /-----\s*(BEGIN|END)\s*([A-Z0-9][A-Z0-9\s]*)-----/g;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Line ends and tabs in the form of two characters, as JSON and .env files have them; also escaped twice. */
const ESCAPED_BLANK = /(?<!\\)\\+[nrt]/g;

/** @returns the bytes of a Base64 text; undefined if it is none, or if it ends too early. */
function decode(text: string): Buffer | undefined {
	const compact = text.replace(/\s/g, '');
	const isWhole = BASE64.test(compact) && compact.length % 4 === 0;
	return isWhole ? Buffer.from(compact, 'base64') : undefined;
}

/** @returns the tags inside the one sequence that the bytes are; undefined if they are anything else. */
function outline(bytes: Buffer): number[] | undefined {
	const outer = readDer(bytes);
	if (outer?.tag !== DER.sequence || outer.end !== bytes.length) return undefined;
	return readChildren(bytes, outer)?.map(({ tag }) => tag);
}

/** @returns whether bytes have the outline of a certificate (RFC 5280): content, algorithm, signature. */
const isCertificate = (bytes: Buffer): boolean =>
	outline(bytes)?.join() === [DER.sequence, DER.sequence, DER.bitString].join();

/** Sequence without a stated length, then version 3: how some programs begin a .p12 file. */
const OPEN_P12 = Buffer.from([DER.sequence, 0x80, DER.integer, 1, 3]);
const OPEN_END = Buffer.from([0, 0]);

/** @returns whether bytes have the outline of a .p12 file (RFC 7292): version 3, then content and its checksum. */
function isP12(bytes: Buffer): boolean {
	if (bytes.subarray(0, OPEN_P12.length).equals(OPEN_P12)) {
		return bytes.subarray(-OPEN_END.length).equals(OPEN_END);
	}
	const [version, ...rest] = outline(bytes) ?? [];
	const outer = readDer(bytes);
	return (
		version === DER.integer &&
		outer !== undefined &&
		bytes[outer.start + 1] === 1 &&
		bytes[outer.start + 2] === 3 &&
		rest.length > 0 &&
		rest.every((tag) => tag === DER.sequence)
	);
}

/** @returns whether bytes begin as a private key does (PKCS #1, PKCS #8, SEC 1): a version below 3, then the key. */
function isPrivateKey(bytes: Buffer): boolean {
	const outer = readDer(bytes);
	return (
		outer?.tag === DER.sequence &&
		bytes[outer.start] === DER.integer &&
		bytes[outer.start + 1] === 1 &&
		bytes[outer.start + 2] < 3
	);
}

/** @returns one certificate as PEM text, in lines of 64 characters (RFC 7468). */
const toPem = (bytes: Buffer): string =>
	[
		'-----BEGIN CERTIFICATE-----',
		...(bytes.toString('base64').match(/.{1,64}/g) ?? []),
		'-----END CERTIFICATE-----',
		'',
	].join('\n');

const isCertificateMarker = ([, , label]: RegExpExecArray): boolean =>
	label.replace(/\s/g, '') === 'CERTIFICATE';

/**
 * Takes the certificates out of a PEM text, whatever became of its line breaks and whatever stands around them.
 *
 * @param text one certificate or a chain; line ends also as `\n` in two characters, or none at all
 * @returns all certificates in their order, each in lines of 64 characters; or why there are none to be sent. No message
 * holds a part of the text.
 */
export function readPem(text: string): Reading<string> {
	const plain = text.replace(ESCAPED_BLANK, '\n').replace(/\ufeff/g, '');
	if (/PRIVATE\s*KEY/.test(plain)) return PRIVATE_KEY;
	const markers = [...plain.matchAll(MARKER)];
	if (markers.length === 0) {
		return plain.includes('-----') ? CUT_OFF : refuse('contains no certificate', REMEDY);
	}
	const isPaired = markers.every(([, word], index) => word === (index % 2 === 0 ? 'BEGIN' : 'END'));
	if (!isPaired || markers.length % 2 === 1) return CUT_OFF;
	const certificates: string[] = [];
	for (let index = 0; index < markers.length; index += 2) {
		const [begin, end] = markers.slice(index, index + 2);
		if (!isCertificateMarker(begin)) {
			return refuse('contains something other than certificates', REMEDY);
		}
		const content = plain.slice(begin.index + begin[0].length, end.index);
		const bytes = isCertificateMarker(end) ? decode(content) : undefined;
		if (bytes === undefined || !isCertificate(bytes)) return CUT_OFF;
		certificates.push(toPem(bytes));
	}
	return accept(certificates.join(''));
}

/**
 * Reads a certificate file as users paste it.
 *
 * @param text PEM text, or the Base64 of a file: PEM, DER or .p12
 * @returns the bytes of the file that is to be sent; or why there is none. No message holds a part of the text.
 */
export function readCertificateFile(text: string): Reading<Buffer> {
	if (/-----\s*(?:BEGIN|END)/.test(text)) {
		const pem = readPem(text);
		return pem.ok ? accept(Buffer.from(pem.value)) : pem;
	}
	const bytes = decode(text.replace(ESCAPED_BLANK, '\n').replace(/\ufeff/g, ''));
	if (bytes === undefined) return refuse('is neither PEM nor Base64', REMEDY);
	const inside = bytes.toString('latin1');
	if (/-----\s*(?:BEGIN|END)/.test(inside)) return readCertificateFile(inside);
	if (isCertificate(bytes) || isP12(bytes)) return accept(bytes);
	if (isPrivateKey(bytes)) return PRIVATE_KEY;
	return outline(bytes) === undefined && bytes[0] === DER.sequence
		? CUT_OFF
		: refuse('is neither a certificate nor a .p12 file', REMEDY);
}
