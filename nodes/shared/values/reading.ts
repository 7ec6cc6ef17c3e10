/** What came of reading a value that somebody entered: the value, or what is wrong with it and what to do. */
export type Reading<T> =
	| { ok: true; value: T }
	| {
			ok: false;
			/** Goes behind the name of the field and a colon. */
			fault: string;
			remedy: string;
	  };

/** @returns a value that could be read. */
export const accept = <T>(value: T): Reading<T> => ({ ok: true, value });

/** @returns a value that could not be read. */
export const refuse = <T = never>(fault: string, remedy: string): Reading<T> => ({
	ok: false,
	fault,
	remedy,
});
