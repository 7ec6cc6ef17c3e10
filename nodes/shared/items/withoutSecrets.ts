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
	const entries = Object.entries(record);
	const kept = entries
		.filter(([key]) => !SECRET_FIELD.test(key))
		.map(([key, value]) => [key, clean(value) as GenericValue] as const);
	const isSame =
		kept.length === entries.length && kept.every(([, value], index) => value === entries[index][1]);
	return isSame ? record : Object.fromEntries(kept);
}
