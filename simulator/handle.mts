import { validateRequest } from './contract/validate.mts';
import { drsOperations, metricData, metricList, type DrsContext } from './drs/index.mts';
import { refusal, type Answer } from './http/answer.mts';
import { refuseInvalid, refuseText } from './http/invalid.mts';
import type { Route } from './http/routes.mts';
import { authenticate, type Caller } from './iam/authenticate.mts';
import {
	createToken,
	iamOperation,
	versionAnswer,
	WITHOUT_LOGIN,
	type Iam,
	type IamRequest,
} from './iam/operations.mts';
import type { ReceivedRequest } from './iam/signature.mts';
import { lists, resources } from './lists/index.mts';

/** The parts of the simulated cloud. */
export interface Cloud extends Iam {
	drs: DrsContext;
	/** Whether unknown parameters of a query are refused; real services ignore them. */
	strict: boolean;
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
]);

const isInstanceList = (operationId: string): boolean => operationId.endsWith('Instances');

/** What a user who may only look is refused. */
function refuseViewer({ user }: Caller, { route, body }: RoutedRequest): Answer | undefined {
	if (user.readOnly !== true) return undefined;
	if (isInstanceList(route.operationId)) {
		return refusal(403, 'DBS.280015', 'Resource not found or permission denied.');
	}
	const isFlatCreation = typeof body === 'object' && body !== null && 'source_Endpoint' in body;
	return route.service === 'drs' && (!READING.has(route.operationId) || isFlatCreation)
		? refusal(403, 'DRS.M00102', 'Insufficient user permissions.')
		: undefined;
}

/** The documented refusal of a request that breaks the contract. */
function checkContract(
	{ route, query, body }: RoutedRequest,
	{ strict }: Cloud,
): Answer | undefined {
	const [problem] = validateRequest(route.operationId, { query, body }, { strict });
	return problem && refuseInvalid(route.service, problem);
}

function work(cloud: Cloud, request: RoutedRequest, caller: Caller): Answer {
	const { route, query, body } = request;
	const { operationId, pathParameters } = route;
	const answered = iamOperation(iamRequest(request), caller, cloud);
	if (answered) return answered;
	if (operationId === 'getMetricData') return { status: 200, body: metricData(query, cloud.drs) };
	if (operationId === 'listMetrics') return { status: 200, body: metricList(query, cloud.drs) };
	const list = lists[route.list ?? operationId];
	if (list) return { status: 200, body: list(query, caller) };
	const resource = resources[operationId];
	if (resource) return resource(pathParameters);
	const projectId = pathParameters.project_id;
	return drsOperations[operationId]({ projectId, query, body, pathParameters }, cloud.drs);
}

const iamRequest = ({ route, query, body, received }: RoutedRequest): IamRequest => ({
	operationId: route.operationId,
	pathParameters: route.pathParameters,
	query,
	body,
	received,
});

/** The login: who signs or sends a token with it is the caller who uses an agency. */
function logIn(cloud: Cloud, request: RoutedRequest): Answer {
	const { received, route } = request;
	const invalid = checkContract(request, cloud);
	if (invalid) return invalid;
	const { authorization, 'x-auth-token': token } = received.headers;
	const isSigned = authorization !== undefined;
	const caller =
		isSigned || cloud.tokens.find(token) !== undefined
			? authenticate(received, route.service, undefined, cloud)
			: undefined;
	if (caller && 'status' in caller) return caller;
	return createToken(iamRequest(request), caller, cloud);
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
	if (WITHOUT_LOGIN.has(route.operationId))
		return { answer: versionAnswer(iamRequest(request)), auth: 'none' };
	if (body === null) return { answer: refuseText(route.service), auth: 'none' };
	if (route.operationId === 'createToken') return { answer: logIn(cloud, request), auth: 'none' };
	const projectId = route.pathParameters.project_id;
	const caller = authenticate(received, route.service, projectId, cloud);
	if ('status' in caller)
		return { answer: caller, auth: received.headers.authorization ? 'aksk' : 'token' };
	const answer =
		refuseViewer(caller, request) ?? checkContract(request, cloud) ?? work(cloud, request, caller);
	return { answer, auth: caller.method };
}
