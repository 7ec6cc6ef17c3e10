import { TOTP } from 'otpauth';
import { passcode } from '../../../../credentials/iam/totp.ts';

describe('passcode', () => {
	it.each([59, 1111111109, 1234567890, 20000000000])(
		'agrees with another implementation at %p',
		(seconds) => {
			const secret = 'JBSWY3DPEHPK3PXP';
			expect(passcode(secret, seconds * 1000)).toBe(
				new TOTP({ secret }).generate({ timestamp: seconds * 1000 }),
			);
		},
	);

	it('agrees with RFC 6238', () => {
		expect(passcode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082');
		expect(passcode('gezd gnbv-gy3tqojqgezdgnbvgy3tqojq===', 59_000)).toBe('287082');
	});

	it.each(['====', 'A', ' - ', '='])('refuses %j, which holds no secret', (secret) => {
		expect(() => passcode(secret, 0)).toThrow(/^TOTP Secret: is too short/);
	});

	it('explains a secret that is not Base32, without repeating it', () => {
		expect(() => passcode('not base32!', 0)).toThrow(/TOTP Secret: is not Base32/);
		expect(() => passcode('not base32!', 0)).not.toThrow(/not base32!/);
	});
});
