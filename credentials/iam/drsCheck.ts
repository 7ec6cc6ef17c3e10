import type { IHttpRequestOptions } from 'n8n-workflow';
import { readServiceError } from '../../nodes/shared/failures/serviceError';
import { CredentialProblem } from './CredentialProblem';
import { callService, refusal, type Helpers, type IamAnswer } from './iamClient';
import { authenticateRequest } from './request';
import type { Session } from './session';
import type { Settings } from './settings';

/** The request of the credential test. What is behind the # is never sent; it tells the test from other requests. */
export const TEST_REQUEST: IHttpRequestOptions = {
	method: 'GET',
	url: 'otc://iam/v3/auth/domains#credential-test',
};

/** The Swiss cloud has no DRS; its other services use the credential as well. */
const WITHOUT_DRS = 'eu-ch2';

const MISSING_PERMISSION = /^DRS\.M0010[23]$/;

const LIST: IHttpRequestOptions = {
	method: 'POST',
	url: 'otc://drs/v3/{project_id}/jobs',
	body: { cur_page: 1, per_page: 1, db_use_type: 'migration' },
	json: true,
};

/** @returns whether a request is that of the credential test */
export const isTest = ({ url }: IHttpRequestOptions): boolean => url === TEST_REQUEST.url;

/** @returns what is wrong with an answer of DRS to the list of tasks */
function problemOf(answer: IamAnswer): CredentialProblem {
	const { code, message } = readServiceError(answer.body);
	if (MISSING_PERMISSION.test(code ?? '')) {
		return new CredentialProblem(
			`The login works, but DRS refuses to list tasks: ${message ?? 'no permission'} (${code})`,
			'Give the user the policy "DRS ReadOnlyAccess" or "DRS FullAccess" in this project.',
		);
	}
	const { fault, remedy } = refusal('The login works, but DRS does not', answer);
	return new CredentialProblem(
		fault,
		answer.status === 404 || message === undefined
			? 'Check the region and "Service Endpoint", and that DRS is offered there.'
			: remedy,
	);
}

/**
 * Lists one task, to see that DRS is reachable and accepts the user.
 *
 * @param helpers n8n's HTTP client
 * @param settings the fields of the credential
 * @param session a usable session
 * @throws CredentialProblem that says what is wrong: the address, a missing policy, the key
 */
export async function checkDrs(
	helpers: Helpers,
	settings: Settings,
	session: Session,
): Promise<void> {
	if (settings.region === WITHOUT_DRS) return;
	const options = authenticateRequest(settings, session, LIST, Date.now());
	const answer = await callService(helpers, settings, 'DRS', options);
	if (answer.status !== 200 || !Array.isArray(answer.body.jobs)) throw problemOf(answer);
}
