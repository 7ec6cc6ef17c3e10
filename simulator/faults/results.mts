import { CODES, messageOf, type Code } from '../drs/problems.mts';

type Json = Record<string, unknown>;

const LISTS = ['jobs', 'speed_limits'] as const;

/** @returns the entries of a batch call, with the key of their list; undefined for another call */
export function entriesOf(body: unknown): { key: string; entries: unknown[] } | undefined {
	const key = LISTS.find((name) => Array.isArray((body as Json | null | undefined)?.[name]));
	return key && { key, entries: (body as Record<string, unknown[]>)[key] };
}

const wordsOf = (code: string): string =>
	(CODES as readonly string[]).includes(code) ? messageOf(code as Code) : 'Service error.';

/** The results of a few operations have forms of their own. */
const OWN_FORMS: Record<string, (id: unknown, code: string) => Json> = {
	getTaskStatuses: (id, code) => ({ id, error_code: code, error_message: wordsOf(code) }),
	getTaskDetails: (id, code) => ({ id, error_code: code, error_message: wordsOf(code) }),
	getTaskProgress: (id, code) => ({ job_id: id, error_code: code, error_msg: wordsOf(code) }),
	getPrecheckResults: (id, code) => ({
		precheck_id: id,
		result: false,
		error_code: code,
		error_msg: wordsOf(code),
	}),
	selectObjects: (id, code) => ({
		job_id: id,
		status: false,
		error_code: code,
		error_msg: wordsOf(code),
	}),
};

/**
 * @param entry an entry of the request: a task's ID, or an object with its ID or name
 * @returns the result of an entry that failed, in the form of the operation
 */
export function failedEntry(operation: string, entry: unknown, code: string): Json {
	const fields = (typeof entry === 'object' ? entry : { id: entry }) as Json;
	const id = fields.job_id ?? fields.id;
	const own = OWN_FORMS[operation];
	if (own) return own(id, code);
	const named = id === undefined ? { name: fields.name } : { id };
	return { ...named, status: 'failed', error_code: code, error_msg: wordsOf(code) };
}

/** @returns whether a result is that of an entry */
export function belongsTo(result: Json, entry: unknown): boolean {
	const fields = (typeof entry === 'object' ? entry : { id: entry }) as Json;
	const id = fields.job_id ?? fields.id;
	return id === undefined
		? result.name === fields.name
		: [result.id, result.job_id, result.precheck_id].includes(id);
}
