import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { readCertificateFile, readPem } from '../../../../nodes/shared/values/pem.ts';
import { FIRST, SECOND } from './certificates.mts';

const CHAIN = FIRST + SECOND;
const inOneLine = (pem: string) => pem.trim().replace(/\n/g, ' ');
const derOf = (pem: string) => Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64');
const block = (label: string, bytes: Buffer) =>
	`-----BEGIN ${label}-----\n${bytes.toString('base64')}\n-----END ${label}-----\n`;

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const sec1 = privateKey.export({ type: 'sec1', format: 'pem' }).toString();

describe('a PEM text', () => {
	it.each([
		['as it is', FIRST, FIRST],
		['a chain', CHAIN, CHAIN],
		['a chain in one line (cloud-07a)', inOneLine(CHAIN), CHAIN],
		['a chain without any line break (cloud-07a)', CHAIN.replace(/\n/g, ''), CHAIN],
		['a chain without any blank', CHAIN.replace(/\s/g, ''), CHAIN],
		['\\r\\n in four characters (cloud-07b)', CHAIN.replace(/\n/g, '\\r\\n'), CHAIN],
		['\\n in two characters (cloud-07h)', CHAIN.trim().replace(/\n/g, '\\n'), CHAIN],
		['escaped twice', CHAIN.replace(/\n/g, '\\\\n'), CHAIN],
		['\\t in two characters', CHAIN.replace(/\n/g, '\\t'), CHAIN],
		['tabs for line breaks (cloud-07b)', CHAIN.replace(/\n/g, '\t'), CHAIN],
		['indented lines (cloud-07b)', CHAIN.replace(/^/gm, '    '), CHAIN],
		['CRLF (cloud-07c)', CHAIN.replace(/\n/g, '\r\n'), CHAIN],
		['old Macintosh line ends', CHAIN.replace(/\n/g, '\r'), CHAIN],
		['a byte order mark', `\ufeff${FIRST}`, FIRST],
		['words of openssl before it', `subject=CN = ca-1\nissuer=CN = ca-1\n${FIRST}`, FIRST],
		['words between and behind', `one:\n${FIRST}\ntwo:\n${SECOND}\nend`, CHAIN],
		['quotation marks', `"${FIRST.trim()}"`, FIRST],
		['lines of 76 characters', block('CERTIFICATE', derOf(FIRST)), FIRST],
	])('%s', (_name, text, pem) => {
		expect(readPem(text)).toEqual({ ok: true, value: pem });
	});

	it.each([
		['cut off after 400 characters (cloud-07d)', FIRST.slice(0, 400), 'cut off'],
		['cut off within its last marker', FIRST.trim().slice(0, -8), 'cut off'],
		['without its first marker', FIRST.slice(30), 'cut off'],
		['a chain whose first part lost its end', FIRST.slice(0, 400) + SECOND, 'cut off'],
		['a chain whose second part is cut off', FIRST + SECOND.slice(0, 300), 'cut off'],
		['a line that is missing', FIRST.replace(/\n[^\n]{64}\n/, '\n'), 'cut off'],
		['a character that is missing', FIRST.replace('MIIB', 'MII'), 'cut off'],
		['a character that is no Base64', FIRST.replace('MIIB', 'MII*'), 'cut off'],
		['a zero-width character inside', FIRST.replace('MIIB', 'MI\u200bIB'), 'cut off'],
		['another end', FIRST.replace('END CERTIFICATE', 'END CRL'), 'cut off'],
		['a block of nothing', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----', 'cut off'],
		['bytes that are no certificate', block('CERTIFICATE', Buffer.from('hello')), 'cut off'],
		[
			'more bytes than the certificate has',
			block('CERTIFICATE', Buffer.concat([derOf(FIRST), Buffer.alloc(2)])),
			'cut off',
		],
		['no block', 'hello', 'no certificate'],
		['typographic dashes', FIRST.replace(/-----/g, '—'), 'no certificate'],
		['a public key', block('PUBLIC KEY', Buffer.from('key')), 'something other'],
		['a private key (cloud-07d)', pkcs8, 'private key'],
		['a private key of SEC 1', sec1, 'private key'],
		['a private key beside a certificate', FIRST + pkcs8, 'private key'],
		['a private key in one line', inOneLine(pkcs8), 'private key'],
		['a private key without blanks', pkcs8.replace(/\s/g, ''), 'private key'],
		['an encrypted private key', pkcs8.replace(/PRIVATE/g, 'ENCRYPTED PRIVATE'), 'private key'],
	])('is refused: %s', (_name, text, fault) => {
		const reading = readCertificateFile(text);
		expect(reading).toEqual({
			ok: false,
			fault: expect.stringMatching(fault === 'no certificate' ? /no certificate|neither/ : fault),
			remedy: expect.any(String),
		});
	});

	it('never gets through when a part is missing, and no message shows a part', () => {
		fc.assert(
			fc.property(fc.nat(FIRST.length - 60), fc.integer({ min: 1, max: 60 }), (start, length) => {
				const text = FIRST.slice(0, start) + FIRST.slice(start + length);
				const reading = readCertificateFile(text);
				const isHarmless = reading.ok && reading.value.toString() === FIRST;
				expect(isHarmless || !reading.ok || reading.value.length === FIRST.length).toBe(true);
				if (!reading.ok) expect(reading.fault + reading.remedy).not.toContain('MIIB');
			}),
		);
	});

	it('survives any blanks between its characters', () => {
		const [begin, ...rest] = FIRST.trim().split('\n');
		const end = rest.pop();
		const content = rest.join('');
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(' ', '\n', '\t', '\r\n', '\\n', '\\r\\n'), { minLength: 1 }),
				fc.integer({ min: 1, max: 80 }),
				(blanks, width) => {
					const lines = content.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
					const body = lines.map((line, index) => line + blanks[index % blanks.length]).join('');
					expect(readPem(`${begin}${body}${end}`)).toEqual({ ok: true, value: FIRST });
				},
			),
		);
	});

	it('is read in a time that grows with its length only', () => {
		const text = '-----BEGIN CERTIFICATE-----\n'.repeat(30_000);
		expect(readPem(text)).toMatchObject({ ok: false });
	});
});

/** The outline of a .p12 file: version 3, content, checksum. */
const P12 = Buffer.from([0x30, 0x09, 0x02, 0x01, 0x03, 0x30, 0x00, 0x30, 0x02, 0x05, 0x00]);
const OPEN_P12 = Buffer.from([0x30, 0x80, 0x02, 0x01, 0x03, 0x30, 0x00, 0x00, 0x00]);

describe('the Base64 of a file', () => {
	it.each([
		['a certificate in DER', derOf(FIRST), derOf(FIRST)],
		['a .p12 file', P12, P12],
		['a .p12 file without stated lengths', OPEN_P12, OPEN_P12],
		['a PEM file', Buffer.from(CHAIN), Buffer.from(CHAIN)],
		['a PEM file of Windows', Buffer.from(CHAIN.replace(/\n/g, '\r\n')), Buffer.from(CHAIN)],
	])('%s', (_name, file, bytes) => {
		const base64 = file.toString('base64');
		const wrapped = base64.replace(/.{20}/g, '$&\r\n');
		const escaped = base64.replace(/.{20}/g, '$&\\n');
		for (const text of [base64, ` ${base64}\n`, wrapped, escaped, `\ufeff${base64}`]) {
			expect(readCertificateFile(text)).toEqual({ ok: true, value: bytes });
		}
	});

	it.each([
		['a .p12 file that is cut off', P12.subarray(0, -1).toString('base64'), 'cut off'],
		['a .p12 file without its end', OPEN_P12.subarray(0, -2).toString('base64'), /cut off|neither/],
		['Base64 that ends early', derOf(FIRST).toString('base64').slice(0, -3), 'neither'],
		['a certificate that is cut off', derOf(FIRST).subarray(0, 300).toString('base64'), 'cut off'],
		[
			'a private key',
			privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
			'private key',
		],
		[
			'a private key of SEC 1',
			privateKey.export({ type: 'sec1', format: 'der' }).toString('base64'),
			'private key',
		],
		['a PEM private key', Buffer.from(pkcs8).toString('base64'), 'private key'],
		['text', Buffer.from('hello world!').toString('base64'), 'neither'],
		['no Base64', 'not base64!', 'neither'],
		['a path', '/etc/ssl/ca.pem', 'neither'],
		['nothing', '', 'neither'],
	])('is refused: %s', (_name, text, fault) => {
		expect(readCertificateFile(text)).toMatchObject({
			ok: false,
			fault: expect.stringMatching(fault),
		});
	});
});
