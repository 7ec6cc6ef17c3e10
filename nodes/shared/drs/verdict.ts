import type { IDataObject } from 'n8n-workflow';
import { readText } from '../values/read';

const NO: ReadonlySet<string> = new Set(['failed', 'false']);
const YES: ReadonlySet<string> = new Set(['success', 'true']);

/** The service writes a verdict as a word or a boolean, in any case. */
const word = (value: unknown): string => String(value).trim().toLowerCase();

/** @returns whether a result says, in any of its fields, that its task was refused; an empty error code says nothing. */
export const isRefusal = ({ status, success, error_code: code }: IDataObject): boolean =>
	readText(code) !== undefined || NO.has(word(status)) || NO.has(word(success));

/** @returns whether a result says that its task was served. If two fields contradict each other, the refusal counts. */
export const isServed = (result: IDataObject): boolean =>
	!isRefusal(result) && (YES.has(word(result.success)) || YES.has(word(result.status)));
