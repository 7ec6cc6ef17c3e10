import type { ContractProblem } from '../contract/validate.mts';
import { keystoneRefusal, refusal, type Answer } from './answer.mts';

const TITLE = 'Bad Request';

/** Cloud Eye names no code of its own for a bad request. */
const cloudEyeRefusal = (details: string): Answer => ({
	status: 400,
	body: { code: 400, element: TITLE, message: details, details: { details } },
});

/** The appendix of the VPC reference (vpc_api_0003). */
const vpcRefusal = (message: string): Answer => ({
	status: 400,
	body: { code: 'VPC.0101', message },
});

/** The appendix of the RDS reference; DDS and GaussDB(for MySQL) answer in the same form. */
const databaseRefusal = (message: string): Answer =>
	refusal(400, 'DBS.200001', `Parameter error. ${message}`);

/** How each service refuses a bad request, by the appendix of its reference. The others answer as DRS does. */
const FORMS: Record<string, (message: string) => Answer> = {
	iam: (message) => keystoneRefusal(400, TITLE, message),
	ces: cloudEyeRefusal,
	vpc: vpcRefusal,
	rds: databaseRefusal,
	dds: databaseRefusal,
	'gaussdb-mysql': databaseRefusal,
};

const inFormOf = (service: string, code: string, message: string): Answer =>
	FORMS[service]?.(message) ?? refusal(400, code, message);

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
