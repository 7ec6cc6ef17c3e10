import { jsonParse, type GenericValue, type IDataObject } from 'n8n-workflow';

/** Fields that hold a password, a passcode or a key, in the names of endpoints, of the cluster test (whose `property` is all JSON text) and of Kerberos. */
const SECRET_FIELD =
	/^(db_?password|ssl_?cert_?key|ssl_?cert_?password|key_tab_file|krb5_conf_file|password|passcode|property|secret_?access_?key|security_?token)$/i;

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

/**
 * Goes over all texts of a request, also those in the JSON text that is the secret `property` of the cluster test.
 *
 * @param value a body, or a part of one
 * @param visit takes each text, and whether it stands in a field for secrets
 * @param isSecret whether the value itself stands in such a field
 */
export function forEachText(
	value: unknown,
	visit: (text: string, isSecret: boolean) => void,
	isSecret = false,
): void {
	if (typeof value === 'string') {
		const inner =
			isSecret && /^[[{]/.test(value) ? jsonParse(value, { fallbackValue: value }) : value;
		if (typeof inner === 'string') visit(value, isSecret);
		else forEachText(inner, visit);
	} else if (Array.isArray(value)) {
		for (const entry of value) forEachText(entry, visit, isSecret);
	} else if (typeof value === 'object' && value !== null) {
		for (const key of Object.keys(value)) {
			const entry: unknown = (value as IDataObject)[key];
			if (typeof entry === 'string') forEachText(entry, visit, SECRET_FIELD.test(key));
			else if (typeof entry === 'object') forEachText(entry, visit);
		}
	}
}
