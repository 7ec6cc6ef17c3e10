import { accounts, projects } from '../accounts.mts';
import type { Clock } from '../clock.mts';
import { addressOf } from '../http/address.mts';
import { keystoneRefusal, type Answer } from '../http/answer.mts';
import { SERVICES } from '../http/routes.mts';
import type { Caller } from './authenticate.mts';
import { catalogOf, type CatalogState } from './catalog.mts';
import { describeToken } from './describe.mts';
import type { Login, TokenRequest } from './login.mts';
import * as lookups from './lookups.mts';
import type { ReceivedRequest } from './signature.mts';
import type { Grant, TokenStore } from './tokens.mts';

/** What IAM keeps. */
export interface Iam {
	clock: Clock;
	tokens: TokenStore;
	login: Login;
	catalog: CatalogState;
}

/** A request to IAM, with its caller. */
export interface IamRequest {
	operationId: string;
	query: Record<string, string>;
	body: unknown;
	pathParameters: Record<string, string>;
	received: ReceivedRequest;
}

/** What anybody may ask. */
export const WITHOUT_LOGIN: ReadonlySet<string> = new Set(['listVersions', 'showVersion']);

const hostOf = ({ headers }: ReceivedRequest): string => headers.host ?? '127.0.0.1';
const iamOf = (received: ReceivedRequest): string => addressOf(hostOf(received), 'iam', SERVICES);

function described(grant: Grant, { query, received }: IamRequest, { catalog }: Iam): object {
	const isWithout = (query.nocatalog ?? '') !== '';
	return describeToken(grant, isWithout ? undefined : catalogOf(grant, hostOf(received), catalog));
}

/** "Obtaining a token": needs a caller for an agency only. */
export function createToken(request: IamRequest, caller: Caller | undefined, iam: Iam): Answer {
	const given = request.received.headers['x-auth-token'];
	const result = iam.login.handle(request.body as TokenRequest, caller, given);
	return 'status' in result
		? result
		: {
				status: 201,
				body: described(result.grant, request, iam),
				headers: { 'X-Subject-Token': result.token },
			};
}

/** The token that is asked about, in the header X-Subject-Token. */
function withSubject(
	{ received }: IamRequest,
	{ tokens }: Iam,
	answer: (grant: Grant, token: string) => Answer,
): Answer {
	const token = received.headers['x-subject-token'] ?? '';
	const grant = tokens.find(token);
	return grant ? answer(grant, token) : keystoneRefusal(404, 'Not Found', 'Could not find token.');
}

/** The scope of a caller, also of one who signs. */
const scopeOf = ({ grant, projectId }: Caller): Pick<Grant, 'project' | 'isOfDomain'> =>
	grant ?? { project: projects.find(({ id }) => id === projectId), isOfDomain: true };

/** "Obtaining a temporary access key", from a token; always the same made-up key. */
function createTemporaryKey({ body }: IamRequest, { clock }: Iam): Answer {
	const { methods } = (body as { auth: { identity: { methods: string[] } } }).auth.identity;
	if (!methods.includes('token'))
		return keystoneRefusal(400, 'Bad Request', 'The simulator gives keys from tokens only.');
	const { id, secret, securityToken } = accounts.temporaryKey;
	const expires = new Date(clock.now() + 900_000).toISOString().replace('Z', '000Z');
	return {
		status: 201,
		body: {
			credential: { access: id, secret, securitytoken: securityToken, expires_at: expires },
		},
	};
}

const success = (body: object): Answer => ({ status: 200, body });

/**
 * Answers IAM's operations other than the login.
 *
 * @returns undefined for an operation of another service
 */
export function iamOperation(request: IamRequest, caller: Caller, iam: Iam): Answer | undefined {
	const { query, received, pathParameters } = request;
	const base = iamOf(received);
	const self = { iam: base, target: received.target.replace(/^\/iam(?=\/)/, '') };
	switch (request.operationId) {
		case 'showToken':
			return withSubject(request, iam, (grant, token) => ({
				status: 200,
				body: described(grant, request, iam),
				headers: { 'X-Subject-Token': token },
			}));
		case 'checkToken':
			return withSubject(request, iam, () => ({ status: 200, body: undefined }));
		case 'deleteToken':
			return withSubject(request, iam, (_grant, token) => {
				iam.tokens.revoke(token);
				return { status: 204, body: undefined };
			});
		case 'getCatalog':
			return success({
				catalog: catalogOf(scopeOf(caller), hostOf(received), iam.catalog),
				links: { self: `${base}/v3/auth/catalog` },
			});
		case 'listProjects':
		case 'listAuthProjects':
		case 'listUserProjects':
			return success(lookups.listProjects(query, caller, self));
		case 'showProject':
			return lookups.showProject(pathParameters.id, caller, base);
		case 'listAuthDomains':
			return success(lookups.listDomains(caller, base));
		case 'listRegions':
			return success(lookups.listRegions(base));
		case 'createTemporaryKey':
			return createTemporaryKey(request, iam);
		default:
			return undefined;
	}
}

/** Answers what needs no login. */
export const versionAnswer = ({ operationId, received }: IamRequest): Answer =>
	operationId === 'listVersions'
		? lookups.listVersions(iamOf(received))
		: lookups.showVersion(iamOf(received));
