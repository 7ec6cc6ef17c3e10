import { accounts, projects, type SampleUser } from '../accounts.mts';
import type { Clock } from '../clock.mts';
import { refusal, type Answer } from '../http/answer.mts';
import {
	canonicalRequest,
	isSignedBy,
	parseAuthorization,
	type ReceivedRequest,
} from './signature.mts';
import type { Grant, TokenStore } from './tokens.mts';

/** Who is calling, and how they proved it. */
export interface Caller {
	user: SampleUser;
	domainId: string;
	projectId?: string;
	/** What the token allows, for a caller with a token. */
	grant?: Grant;
	method: 'token' | 'aksk';
}

const MAX_CLOCK_SKEW_MS = 15 * 60_000;
const WRONG_IAM = 'Incorrect IAM authentication information:';

/** What each service says to a token that is dead. */
function deadToken(service: string): Answer {
	return service === 'drs'
		? refusal(403, 'DRS.M00100', 'Invalid token.')
		: refusal(401, 'APIGW.0307', 'The token must be updated.');
}

const parseSdkDate = (text: string): number =>
	Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const sdkTime = (milliseconds: number): string =>
	new Date(milliseconds).toISOString().replace(/[-:]|\.\d{3}/g, '');

function checkSignature(request: ReceivedRequest, clock: Clock): Caller | Answer {
	const signature = parseAuthorization(request.headers.authorization);
	if (!signature || !signature.signedHeaders.includes('x-sdk-date')) {
		return refusal(401, 'APIGW.0301', `${WRONG_IAM} authorization header is malformed`);
	}
	const { accessKey, temporaryKey, operator } = accounts;
	const key = [accessKey, temporaryKey].find(({ id }) => id === signature.accessKeyId);
	if (!key) {
		return refusal(
			401,
			'APIGW.0301',
			`${WRONG_IAM} Get secretKey failed,ak:${signature.accessKeyId},err:ak not exist`,
		);
	}
	const given = request.headers['x-sdk-date'] ?? '';
	const time = parseSdkDate(given);
	const now = clock.now();
	if (Number.isNaN(time) || Math.abs(time - now) > MAX_CLOCK_SKEW_MS) {
		return refusal(
			401,
			'APIGW.0301',
			`${WRONG_IAM} signature expired, signature time:${given},server time:${sdkTime(now)}`,
		);
	}
	const temporaryFits =
		key !== temporaryKey || request.headers['x-security-token'] === temporaryKey.securityToken;
	if (!temporaryFits || !isSignedBy(key.secret, request, signature)) {
		const canonical = canonicalRequest(
			request,
			signature.signedHeaders.filter((name) => name !== 'x-security-token'),
			signature.scope !== undefined,
		);
		return refusal(
			401,
			'APIGW.0301',
			`${WRONG_IAM} verify aksk signature fail, canonicalRequest:${canonical.replace(/\n/g, '|')}`,
		);
	}
	const projectId = request.headers['x-project-id'];
	return { user: operator, domainId: operator.domainId, projectId, method: 'aksk' };
}

function checkToken(
	request: ReceivedRequest,
	service: string,
	tokens: TokenStore,
): Caller | Answer {
	const token = request.headers['x-auth-token'];
	if (token === undefined)
		return refusal(401, 'APIGW.0301', `${WRONG_IAM} token or signature is missing`);
	const grant = tokens.find(token);
	if (!grant) return deadToken(service);
	return {
		user: grant.user,
		domainId: grant.domainId,
		projectId: grant.project?.id,
		grant,
		method: 'token',
	};
}

/**
 * Finds out who is calling, from the token or from the signature over the bytes received.
 *
 * @param projectId the project in the path, if the operation has one there
 * @returns the caller, or how the service refuses
 */
export function authenticate(
	request: ReceivedRequest,
	service: string,
	projectId: string | undefined,
	context: { tokens: TokenStore; clock: Clock },
): Caller | Answer {
	const caller =
		request.headers.authorization === undefined
			? checkToken(request, service, context.tokens)
			: checkSignature(request, context.clock);
	if ('status' in caller || projectId === undefined) return caller;
	const exists = projects.some(
		({ id, domainId }) => id === projectId && domainId === caller.domainId,
	);
	if (exists && caller.projectId === projectId) return caller;
	return service === 'drs'
		? refusal(403, 'DRS.M00261', 'Invalid project ID.')
		: refusal(401, 'APIGW.0301', `${WRONG_IAM} URL's projectId is not equal token's projectId`);
}
