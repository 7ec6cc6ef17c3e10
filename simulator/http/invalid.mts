import type { ContractProblem } from '../contract/validate.mts';
import { keystoneRefusal, refusal, type Answer } from './answer.mts';

const TITLE = 'Bad Request';

/** @returns a refusal in the form of Cloud Eye; the reference names no code of its own for a bad request */
const cloudEyeRefusal = (details: string): Answer => ({
	status: 400,
	body: { code: 400, element: TITLE, message: details, details: { details } },
});

/** IAM and Cloud Eye have forms of their own. The other services answer as DRS does. */
function inFormOf(service: string, code: string, message: string): Answer {
	if (service === 'iam') return keystoneRefusal(400, TITLE, message);
	return service === 'ces' ? cloudEyeRefusal(message) : refusal(400, code, message);
}

/** @returns the service's refusal of a request that breaks the contract */
export function refuseInvalid(
	service: string,
	{ pointer, message, missing }: ContractProblem,
): Answer {
	const name = pointer.replace(/^[/?]/, '').replaceAll('/', '.');
	return missing
		? inFormOf(service, 'DRS.M00201', `The parameter ${name} is empty.`)
		: inFormOf(service, 'DRS.M00202', `The value of parameter ${name} is invalid. It ${message}.`);
}

/** @returns the service's refusal of a body that is not JSON */
export const refuseText = (service: string): Answer =>
	inFormOf(service, 'DRS.M00007', 'Invalid request parameter. The body is not JSON.');
