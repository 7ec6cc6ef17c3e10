import type { Answer } from '../http/answer.mts';
import { refusal } from '../http/answer.mts';
import type { Json } from './task.mts';

/** The documented error codes of DRS: HTTP status of a call that is refused with it, and message. */
const ERRORS = {
	'DRS.KE0002': [400, 'The username or password is incorrect.'],
	'DRS.M00002': [422, 'The returned result is empty.'],
	'DRS.M00004': [500, 'Service is abnormal. Check logs.'],
	'DRS.M00007': [400, 'Invalid request parameter.'],
	'DRS.M00100': [403, 'Invalid token.'],
	'DRS.M00101': [404, 'The user role is empty.'],
	'DRS.M00102': [403, 'Insufficient user permissions.'],
	'DRS.M00103': [401, 'You do not have operation permissions. Check account permissions on IAM.'],
	'DRS.M00105': [400, 'User restricted.'],
	'DRS.M00200': [400, 'Parameter error.'],
	'DRS.M00201': [400, 'The parameter %s is empty.'],
	'DRS.M00202': [400, 'The value of parameter %s is invalid.'],
	'DRS.M00210': [400, 'The value of Page is invalid, %s'],
	'DRS.M00211': [400, 'The value of Page exceeds the upper limit.'],
	'DRS.M00261': [403, 'Invalid project ID.'],
	'DRS.M00269': [400, 'The tag key must be unique.'],
	'DRS.M00270': [400, 'The tag key or value exceeds the maximum length allowed.'],
	'DRS.M00271': [400, 'The maximum number of tags has been reached.'],
	'DRS.M00273': [400, 'Invalid parameter. The parameter contains %s.'],
	'DRS.M00277': [422, 'The task name already exists.'],
	'DRS.M00299': [400, 'Only one jobId is allowed.'],
	'DRS.M00300': [400, 'Invalid request, %s'],
	'DRS.M00301': [400, 'There are duplicate %s in request.'],
	'DRS.M00302': [400, 'The transfer schema is invalid, please refer to supported transfer schema.'],
	'DRS.M00303': [400, 'The corresponding parameter is not obtained from the cache.'],
	'DRS.M00304': [400, 'This API cannot be called in the current task status.'],
	'DRS.M00305': [400, 'Parameter error:%s'],
	'DRS.M00306': [400, 'Start time cannot be the same as end time.'],
	'DRS.M00307': [400, 'Only subtasks can invoke this interface.'],
	'DRS.M00308': [400, 'Only parent tasks can invoke this interface.'],
	'DRS.M00401': [400, '%s is not support re-editing of synchronization tasks.'],
	'DRS.M00402': [400, 'The subtask already exists.'],
	'DRS.M00403': [400, 'This task does not support flow control.'],
	'DRS.M01501': [422, 'Service error.'],
	'DRS.M01503': [400, 'Operation too frequent. Try again later.'],
	'DRS.M01504': [
		202,
		'Another operation is being performed on the migration task or the migration task is abnormal.',
	],
	'DRS.M05003': [400, 'Task information not found.'],
	'DRS.M05004': [400, 'The task has been deleted or the resource has been released.'],
	'DRS.M05006': [422, 'Invalid RDS DB instance.'],
	'DRS.M05066': [200, 'Failed to create instance!'],
	'DRS.M06007': [400, 'The DB instance cannot be left blank.'],
	'DRS.M06011': [422, 'Failed to obtain RDS information.'],
	'DRS.M06020': [
		422,
		'The destination DB instance has been set to read/write by the migration task %s and cannot be used.',
	],
	'DRS.M06021': [
		422,
		'The destination DB instance has been set to read/write by the synchronization task %s and cannot be used.',
	],
	'DRS.M07000': [400, 'The data transformation already exists.'],
} as const;

/** What only the vendor's clients know. */
const UNDOCUMENTED = {
	'DRS.M00289': [400, 'The task does not exist.'],
} as const;

const ALL = { ...ERRORS, ...UNDOCUMENTED };

/** A documented code. */
export type Code = keyof typeof ERRORS;

/** A code that the simulator may answer. */
export type AnyCode = keyof typeof ALL;

/** All documented codes. */
export const CODES = Object.keys(ERRORS) as readonly Code[];

/** @returns the message of a code, with the name that it mentions. */
export const messageOf = (code: AnyCode, name = ''): string => ALL[code][1].replace('%s', name);

/** @returns the refusal of a call as a whole. */
export function refuseCall(code: AnyCode, name?: string): Answer {
	return refusal(ALL[code][0], code, messageOf(code, name));
}

/** @returns the result of one task that failed inside a call that succeeded. */
export function failedResult(id: string, code: AnyCode, name?: string): Json {
	return { id, status: 'failed', error_code: code, error_msg: messageOf(code, name) };
}
