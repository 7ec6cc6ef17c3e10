import { accounts } from './accounts.mts';
import type { Clock } from './clock.mts';
import { validateRequest } from './contract/validate.mts';
import { drsOperations, metricData, type DrsContext } from './drs/index.mts';
import { refusal, type Answer } from './http/answer.mts';
import { refuseInvalid, refuseText } from './http/invalid.mts';
import type { Route } from './http/routes.mts';
import { authenticate, type Caller } from './iam/authenticate.mts';
import type { Login } from './iam/login.mts';
import type { ReceivedRequest } from './iam/signature.mts';
import type { TokenStore } from './iam/tokens.mts';
import { lists } from './lists/index.mts';

/** The parts of the simulated cloud. */
export interface Cloud {
	clock: Clock;
	tokens: TokenStore;
	login: Login;
	drs: DrsContext;
}

/** A request that belongs to an operation. */
export interface RoutedRequest {
	route: Route;
	received: ReceivedRequest;
	query: Record<string, string>;
	/** Parsed JSON; undefined for no body, null for one that is not JSON. */
	body: unknown;
}

const READING = new Set([
	'listTasks',
	'getTaskStatuses',
	'getTaskDetails',
	'getTaskProgress',
	'getPrecheckResults',
	'getComparison',
	'getParameters',
	'getSwitchVipStatus',
	'getMetricData',
]);

const isInstanceList = (operationId: string): boolean => operationId.endsWith('Instances');

/** What a user who may only look is refused. */
function refuseViewer({ user }: Caller, { route, body }: RoutedRequest): Answer | undefined {
	if (user.readOnly !== true) return undefined;
	if (isInstanceList(route.operationId)) {
		return refusal(403, 'RDS.0011', 'Policy does not allow this action: rds:instance:list.');
	}
	const isFlatCreation = typeof body === 'object' && body !== null && 'source_Endpoint' in body;
	return route.service === 'drs' && (!READING.has(route.operationId) || isFlatCreation)
		? refusal(403, 'DRS.M00102', 'Insufficient user permissions.')
		: undefined;
}

/** The documented refusal of a request that breaks the contract. */
function checkContract({ route, query, body }: RoutedRequest): Answer | undefined {
	const [problem] = validateRequest(route.operationId, { query, body });
	return problem && refuseInvalid(route.service, problem);
}

function listDomains({ domainId, user }: Caller): object {
	const { agency } = accounts;
	const name = domainId === agency.domainId ? agency.domainName : user.domainName;
	return {
		domains: [{ id: domainId, name, enabled: true, description: '', links: {} }],
		links: {},
	};
}

function work(cloud: Cloud, { route, query, body }: RoutedRequest, caller: Caller): Answer {
	const { operationId, pathParameters } = route;
	if (operationId === 'listAuthDomains') return { status: 200, body: listDomains(caller) };
	if (operationId === 'getMetricData') return { status: 200, body: metricData(query, cloud.drs) };
	const list = lists[route.list ?? operationId];
	if (list) return { status: 200, body: list(query, caller) };
	const projectId = pathParameters.project_id;
	return drsOperations[operationId]({ projectId, query, body, pathParameters }, cloud.drs);
}

/**
 * Answers a request as the cloud would: who is it, may he, is the request valid, and then the work.
 *
 * @returns the answer, and how the caller proved who he is
 */
export function handle(
	cloud: Cloud,
	request: RoutedRequest,
): { answer: Answer; auth: 'token' | 'aksk' | 'none' } {
	const { route, received, body } = request;
	if (body === null) {
		return { answer: refuseText(route.service), auth: 'none' };
	}
	if (route.operationId === 'createToken') {
		const invalid = checkContract(request);
		const token = received.headers['x-auth-token'];
		return { answer: invalid ?? cloud.login.handle(body as never, token), auth: 'none' };
	}
	const projectId = route.pathParameters.project_id;
	const caller = authenticate(received, route.service, projectId, cloud);
	if ('status' in caller)
		return { answer: caller, auth: received.headers.authorization ? 'aksk' : 'token' };
	const answer =
		refuseViewer(caller, request) ?? checkContract(request) ?? work(cloud, request, caller);
	return { answer, auth: caller.method };
}
