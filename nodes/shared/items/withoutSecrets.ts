import type { GenericValue, IDataObject } from 'n8n-workflow';

/** Fields that hold a password or a key, in the names of endpoints, of the cluster test (whose `property` is all JSON text) and of Kerberos. */
const SECRET_FIELD =
	/^(db_?password|ssl_?cert_?key|ssl_?cert_?password|key_tab_file|krb5_conf_file|password|property|secret_?access_?key|security_?token)$/i;

const clean = (value: unknown): unknown => {
	if (Array.isArray(value)) {
		const entries = value.map(clean);
		return entries.every((entry, index) => entry === value[index]) ? value : entries;
	}
	return typeof value === 'object' && value !== null ? withoutSecrets(value as IDataObject) : value;
};

/**
 * Leaves passwords and certificates out of what the API answered, at any depth.
 *
 * @param record an object of the answer
 * @returns the object itself if it holds none, else a copy without them
 */
export function withoutSecrets(record: IDataObject): IDataObject {
	let copy: IDataObject | undefined;
	for (const key of Object.keys(record)) {
		const value = record[key];
		if (SECRET_FIELD.test(key)) {
			copy ??= { ...record };
			delete copy[key];
			continue;
		}
		const cleaned = clean(value);
		if (cleaned === value) continue;
		copy ??= { ...record };
		copy[key] = cleaned as GenericValue;
	}
	return copy ?? record;
}
