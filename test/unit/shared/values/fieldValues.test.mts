import { readCertificate } from '../../../../nodes/OtcDrs/fields/endpoint/certificate.ts';
import { mergeDeep } from '../../../../nodes/shared/values/mergeDeep.ts';
import { readSendingOptions } from '../../../../nodes/shared/n8n/options.ts';
import { hasExpression, locatorValue } from '../../../../nodes/shared/n8n/ParameterReader.ts';
import { withoutSecrets } from '../../../../nodes/shared/http/withoutSecrets.ts';

describe('mergeDeep', () => {
	it('merges objects and replaces lists and values', () => {
		const base = { a: 1, list: [1, 2], inner: { x: 1, y: 2 } };
		expect(mergeDeep(base, { list: [3], inner: { y: 3, z: 4 }, b: null })).toEqual({
			a: 1,
			list: [3],
			inner: { x: 1, y: 3, z: 4 },
			b: null,
		});
		expect(base.inner).toEqual({ x: 1, y: 2 });
	});

	it('does not reach a prototype', () => {
		const evil = JSON.parse(
			'{"__proto__":{"polluted":1},"inner":{"constructor":{"prototype":{"polluted":1}}}}',
		);
		const merged = mergeDeep({ inner: {} }, evil);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(merged).toEqual({ inner: {} });
		expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
	});
});

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

describe('small readers', () => {
	it('finds expressions at any depth', () => {
		expect(hasExpression({ a: [{ b: '={{ 1 }}' }] })).toBe(true);
		expect(hasExpression({ a: ['b', 1, null], c: 'x=1' })).toBe(false);
	});

	it('takes the ID out of a resource locator', () => {
		expect(locatorValue({ __rl: true, mode: 'list', value: ' id ' })).toBe('id');
		expect(locatorValue('id')).toBe('id');
		expect([locatorValue(undefined), locatorValue({ value: null })]).toEqual(['', '']);
	});

	it('keeps options within their bounds', () => {
		expect(readSendingOptions({}, 'query')).toEqual({
			batchSize: 100,
			concurrency: 4,
			retry: { maxAttempts: 5, maxWaitSeconds: 60 },
		});
		expect(
			readSendingOptions({ batchSize: 1000, concurrency: 0, maxAttempts: 'x' }, 'change'),
		).toMatchObject({
			batchSize: 100,
			concurrency: 1,
			retry: { maxAttempts: 5 },
		});
	});

	it('removes secrets at any depth', () => {
		const task = {
			id: '1',
			source_endpoint: { db_user: 'u', db_password: 'p' },
			list: [{ ssl_cert_key: 'k' }, 1],
		};
		expect(withoutSecrets(task)).toEqual({
			id: '1',
			source_endpoint: { db_user: 'u' },
			list: [{}, 1],
		});
	});
});
