import { readCertificate } from '../../../../../nodes/OtcDrs/fields/endpoint/certificate.ts';
import { FIRST, SECOND } from '../../../shared/values/certificates.mts';

/** @returns the text of the certificate that is sent. */
function sent(text: string): string {
	const reading = readCertificate(text);
	if (!reading.ok) throw new Error(reading.fault);
	return Buffer.from(reading.value.base64, 'base64').toString();
}

describe('readCertificate', () => {
	const checkSum = '3a2f2339bdf15b3249721db913dda5e5cf36d7e50d5fdab2b39e5af54dd35561';

	it('gives Base64 and the SHA-256 of the same bytes', () => {
		const base64 = Buffer.from(FIRST).toString('base64');
		expect(readCertificate(FIRST)).toEqual({ ok: true, value: { base64, checkSum } });
		expect(readCertificate(base64)).toEqual({ ok: true, value: { base64, checkSum } });
	});

	it.each([
		['blanks', FIRST.trim().replace(/\n/g, ' '), FIRST],
		['escaped line ends', FIRST.trim().replace(/\n/g, '\\n'), FIRST],
		['line ends of Windows', FIRST.replace(/\n/g, '\r\n'), FIRST],
		['cloud-07a: a chain with blanks', `${FIRST}${SECOND}`.replace(/\n/g, ' '), FIRST + SECOND],
		[
			'cloud-07a: a chain without line ends',
			`${FIRST}${SECOND}`.replace(/\n/g, ''),
			FIRST + SECOND,
		],
		['cloud-07b: escaped line ends of Windows', FIRST.replace(/\n/g, '\\r\\n'), FIRST],
		['cloud-07b: tabs', FIRST.replace(/\n/g, '\t'), FIRST],
		['cloud-07b: indented lines', FIRST.replace(/^/gm, '    '), FIRST],
		['cloud-07c: words of openssl', `subject=CN = ca\n${FIRST}`, FIRST],
	])('restores the lines of a PEM text with %s', (_, text, expected) => {
		expect(sent(text)).toBe(expected);
	});

	it.each([
		['a word', 'hello'],
		['no Base64', 'not base64!'],
		['too little', 'AAA'],
		['cloud-07d: a certificate that is cut off', FIRST.slice(0, 400)],
		[
			'cloud-07d: a private key',
			'-----BEGIN PRIVATE KEY-----\nAAECAwQ=\n-----END PRIVATE KEY-----\n',
		],
	])('refuses %s', (_, text) => {
		expect(readCertificate(text)).toMatchObject({ ok: false });
	});
});
