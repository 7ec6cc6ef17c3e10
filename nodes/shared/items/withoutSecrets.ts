import type { GenericValue, IDataObject } from 'n8n-workflow';

const SECRET_FIELDS = new Set(['db_password', 'ssl_cert_key', 'ssl_cert_password']);

const clean = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(clean);
	return typeof value === 'object' && value !== null ? withoutSecrets(value as IDataObject) : value;
};

/** @returns a copy of what the API answered, without passwords and certificates, at any depth. */
export function withoutSecrets(record: IDataObject): IDataObject {
	const kept = Object.entries(record).filter(([key]) => !SECRET_FIELDS.has(key));
	return Object.fromEntries(kept.map(([key, value]) => [key, clean(value) as GenericValue]));
}
