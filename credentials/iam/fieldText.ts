import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialProblem } from './CredentialProblem';
import { OTC_API_FIELDS } from './fields';

/** @returns a field as text, blanks included; a number, as an expression may give it, is its text */
export function rawText(data: ICredentialDataDecryptedObject, key: string): string {
	const value: unknown = data[key];
	if (typeof value === 'string') return value;
	return Number.isSafeInteger(value) ? String(value) : '';
}

/** @returns a field as text, without blanks around it */
export const textIn = (data: ICredentialDataDecryptedObject, key: string): string =>
	rawText(data, key).trim();

/**
 * Refuses text fields whose expression gives no text: taken for empty, they would change where calls go, or the login.
 *
 * @param data the decrypted credential
 * @throws CredentialProblem that names the field
 */
export function checkTexts(data: ICredentialDataDecryptedObject): void {
	const wrong = OTC_API_FIELDS.find(({ type, name }) => {
		const value: unknown = data[name] ?? '';
		return type === 'string' && typeof value !== 'string' && !Number.isSafeInteger(value);
	});
	if (wrong === undefined) return;
	throw new CredentialProblem(
		`${wrong.displayName}: is not text`,
		`Enter "${wrong.displayName}" as text. An expression must return text, also for long numbers.`,
	);
}
