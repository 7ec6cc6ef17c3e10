import { createHmac } from 'node:crypto';
import { CredentialProblem } from './CredentialProblem';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;
const DIGITS = 6;

function decodeBase32(text: string): Buffer {
	const clean = text
		.toUpperCase()
		.replace(/[\s-]/g, '')
		.replace(/(?<!=)=+$/, '');
	let bits = '';
	for (const character of clean) {
		const value = ALPHABET.indexOf(character);
		if (value < 0) {
			throw new CredentialProblem(
				'TOTP Secret: is not Base32',
				'Enter the secret shown next to the QR code in the console: letters A to Z and digits 2 to 7.',
			);
		}
		bits += value.toString(2).padStart(5, '0');
	}
	const bytes = bits.match(/.{8}/g) ?? [];
	if (bytes.length === 0) {
		throw new CredentialProblem(
			'TOTP Secret: is too short',
			'Enter the complete secret shown next to the QR code in the console, or leave the field empty.',
		);
	}
	return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}

/**
 * Computes the passcode of a virtual MFA device (RFC 6238: HMAC-SHA1, 30 seconds, 6 digits).
 *
 * @param secret the secret in Base32; spaces, hyphens and case do not matter
 * @param now the time in ms since 1970
 * @throws CredentialProblem if the secret is not Base32 or holds nothing
 */
export function passcode(secret: string, now: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now / 1000 / STEP_SECONDS)));
	const hash = createHmac('sha1', decodeBase32(secret)).update(counter).digest();
	const offset = hash[hash.length - 1] & 0x0f;
	const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
	return String(number).padStart(DIGITS, '0');
}
