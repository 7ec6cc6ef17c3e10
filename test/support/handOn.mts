/** @returns an object that hands all on to what `current` gives at the time. */
export const handOn = <T extends object>(current: () => T): T =>
	new Proxy({} as T, {
		get: (_, key) => Reflect.get(current(), key) as unknown,
		set: (_, key, value) => Reflect.set(current(), key, value),
	});
