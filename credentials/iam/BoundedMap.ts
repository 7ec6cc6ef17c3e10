/** More credentials than any n8n instance has. */
const MAX_ENTRIES = 1_000;

/** A map that forgets its oldest entries when it has too many. */
export class BoundedMap<V> extends Map<string, V> {
	override set(key: string, value: V): this {
		this.delete(key);
		if (this.size >= MAX_ENTRIES) {
			const oldest = this.keys().next().value;
			if (oldest !== undefined) this.delete(oldest);
		}
		return super.set(key, value);
	}
}
