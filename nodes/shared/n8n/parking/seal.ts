import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** scrypt, because the secret may be a password that people chose. */
const deriveKey = async (secret: string, salt: Uint8Array): Promise<Buffer> =>
	await new Promise((resolve, reject) =>
		scrypt(secret, salt, KEY_BYTES, (error, key) => (error ? reject(error) : resolve(key))),
	);

/**
 * Encrypts a value (AES-256-GCM), so that n8n may store it.
 *
 * @param secret the key is derived from it
 * @param place what the value belongs to; it cannot be opened at another place
 * @param value as JSON
 * @returns salt, nonce, tag and text, in base64
 */
export async function seal(secret: string, place: string, value: unknown): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, await deriveKey(secret, salt), iv, {
		authTagLength: TAG_BYTES,
	});
	cipher.setAAD(Buffer.from(place));
	const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
	return Buffer.concat([salt, iv, cipher.getAuthTag(), text]).toString('base64');
}

/** @returns what `seal` was given; undefined when the secret or the place is another, or the text was changed. */
export async function unseal(
	secret: string,
	place: string,
	sealed: string,
): Promise<{ value: unknown } | undefined> {
	const bytes = Buffer.from(sealed, 'base64');
	const part = (start: number, length?: number) =>
		bytes.subarray(start, length === undefined ? undefined : start + length);
	const salt = part(0, SALT_BYTES);
	const key = await deriveKey(secret, salt);
	try {
		const decipher = createDecipheriv(CIPHER, key, part(SALT_BYTES, IV_BYTES), {
			authTagLength: TAG_BYTES,
		});
		decipher.setAAD(Buffer.from(place));
		decipher.setAuthTag(part(SALT_BYTES + IV_BYTES, TAG_BYTES));
		const text = part(SALT_BYTES + IV_BYTES + TAG_BYTES);
		const json = Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
		return { value: JSON.parse(json) as unknown };
	} catch {
		return undefined;
	}
}
