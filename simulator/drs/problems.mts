import type { Answer } from '../http/answer.mts';
import { refusal } from '../http/answer.mts';
import type { Json } from './task.mts';

/** The documented error codes that the simulated DRS uses. */
const MESSAGES = {
	'DRS.M00200': 'Parameter error.',
	'DRS.M00201': 'The parameter %s is empty.',
	'DRS.M00202': 'The value of parameter %s is invalid.',
	'DRS.M00211': 'The value of Page exceeds the upper limit.',
	'DRS.M00269': 'The tag key must be unique.',
	'DRS.M00277': 'The task name already exists.',
	'DRS.M00301': 'There are duplicate %s in request.',
	'DRS.M00304': 'This API cannot be called in the current task status.',
	'DRS.M00306': 'Start time cannot be the same as end time.',
	'DRS.M05003': 'Task information not found.',
	'DRS.M05006': 'Invalid RDS DB instance.',
	'DRS.M07000': 'The data transformation already exists.',
	'DRS.KE0002': 'The username or password is incorrect.',
} as const;

/** A documented code. */
export type Code = keyof typeof MESSAGES;

const STATUSES: Partial<Record<Code, number>> = { 'DRS.M00277': 422, 'DRS.M05006': 422 };

/** @returns the message of a code, with the name that it mentions. */
export const messageOf = (code: Code, name = ''): string => MESSAGES[code].replace('%s', name);

/** @returns the refusal of a call as a whole. */
export function refuseCall(code: Code, name?: string): Answer {
	return refusal(STATUSES[code] ?? 400, code, messageOf(code, name));
}

/** @returns the result of one task that failed inside a call that succeeded. */
export function failedResult(id: string, code: Code, name?: string): Json {
	return { id, status: 'failed', error_code: code, error_msg: messageOf(code, name) };
}
