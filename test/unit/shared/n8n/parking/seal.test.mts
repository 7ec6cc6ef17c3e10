import { seal, unseal } from '../../../../../nodes/shared/n8n/parking/seal.ts';

const VALUE = { password: 'hidden-word', list: [1, 'ü'] };

describe('seal', () => {
	it('hides a value, each time in another text, and gives it back', async () => {
		const [one, two] = [await seal('key', '7', VALUE), await seal('key', '7', VALUE)];
		expect(one).not.toBe(two);
		expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('hidden-word');
		expect(await unseal('key', '7', one)).toEqual({ value: VALUE });
	});

	it('gives nothing back with another secret, at another place, or from a changed text', async () => {
		const sealed = await seal('key', '7', VALUE);
		const bytes = Buffer.from(sealed, 'base64');
		bytes[bytes.length - 1] ^= 1;
		expect(await unseal('other', '7', sealed)).toBeUndefined();
		expect(await unseal('key', '8', sealed)).toBeUndefined();
		expect(await unseal('key', '7', bytes.toString('base64'))).toBeUndefined();
		expect(await unseal('key', '7', '')).toBeUndefined();
	});
});
