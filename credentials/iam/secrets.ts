import { parseSession } from './session';

const SECRET_FIELDS = ['password', 'totpSecret', 'secretAccessKey', 'securityToken'] as const;

/**
 * @param data the credential `otcApi`, or its fields
 * @returns the values that must not be told: password, keys, and the token of the stored session
 */
export function secretsOf(
	data: Partial<Record<(typeof SECRET_FIELDS)[number] | 'session', unknown>>,
): string[] {
	return [...SECRET_FIELDS.map((field) => data[field]), parseSession(data.session)?.token].flatMap(
		(value) => (typeof value === 'string' ? [value, value.trim()] : []),
	);
}
