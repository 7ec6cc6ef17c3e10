import { readCertificate } from '../../../../../nodes/OtcDrs/fields/endpoint/certificate.ts';

describe('readCertificate', () => {
	const pem = '-----BEGIN CERTIFICATE-----\nAAECAwQ=\n-----END CERTIFICATE-----\n';
	const checkSum = '26d074e2cd2254fcb30133cdcbee2568eb25ba70c3e9e32a78bba9d5d52ccedc';

	it('gives Base64 and the SHA-256 of the same bytes', () => {
		const base64 = Buffer.from(pem).toString('base64');
		expect(readCertificate(pem)).toEqual({ base64, checkSum });
		expect(readCertificate(base64)).toEqual({ base64, checkSum });
	});

	it('restores the lines of a PEM text pasted into one line', () => {
		const spaces = pem.trim().replace(/\n/g, ' ');
		const escaped = pem.trim().replace(/\n/g, '\\n');
		const windows = pem.replace(/\n/g, '\r\n');
		for (const text of [spaces, escaped, windows]) {
			expect(Buffer.from(readCertificate(text)!.base64, 'base64').toString()).toBe(pem);
		}
	});

	it.each(['hello', 'not base64!', 'AAA'])('refuses %p', (text) => {
		expect(readCertificate(text)).toBeUndefined();
	});
});
