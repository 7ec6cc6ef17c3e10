import { validateRequest, validateResponse } from '../../../simulator/contract/validate.mts';
import {
	createDrsContext,
	drsOperations,
	type DrsContext,
	type Durations,
	type Forms,
} from '../../../simulator/drs/index.mts';
import type { Answer } from '../../../simulator/http/answer.mts';
import { createRandom } from '../../../simulator/random.mts';
import { creation, manualClock, type ManualClock } from '../client.mts';

/** JSON of an answer, whose fields a test looks at. */
export type Fields = Record<string, unknown>;

/** Round numbers, so that a test can tell at once where a task has to stand. All in ms. */
export const DURATIONS: Durations = {
	creating: 10_000,
	precheck: 20_000,
	starting: 10_000,
	fullTransfer: 100_000,
	catchingUp: 5_000,
	untilIncrementalFails: 30_000,
	switching: 5_000,
	stopping: 10_000,
	comparison: 15_000,
};

/** The `property` of a cluster's connection test, which is JSON text. */
export const clusterProperty = (changes: Fields = {}): string =>
	JSON.stringify([
		{
			dbtype: 'mongodb',
			dbport: 0,
			ssllink: false,
			nettype: 'eip',
			endpointtype: 'so',
			ip: '192.168.0.7:27017',
			dbName: 'admin',
			dbuser: 'reader',
			dbpassword: 'Secret-1',
			...changes,
		},
	]);

const TESTED = {
	net_type: 'eip',
	db_type: 'mysql',
	ip: '192.168.0.7',
	db_user: 'reader',
	db_password: 'Secret-1',
};

/** What a modification after the connection test has to name (drs_03_0107). */
export const SAVED: Fields = {
	store_db_info: true,
	engine_type: 'mysql',
	net_type: 'eip',
	node_type: 'high',
	replace_definer: true,
	source_endpoint: { db_type: 'mysql' },
	target_endpoint: { db_type: 'mysql' },
};

/** The project of the tests, unless a test names another one. */
const PROJECT = 'project-1';

/** A DRS without a server, whose time stands still until a test moves it. */
export interface Engine {
	context: DrsContext;
	clock: ManualClock;
	/** Calls an operation with a request that the contract accepts. */
	call(operationId: string, body?: unknown, options?: { jobId?: string; project?: string }): Answer;
	/** Creates tasks from valid settings with some changes; returns their IDs in the order of the names. */
	create(names: readonly string[], changes?: Fields): string[];
	status(id: string): unknown;
	/** Tests both sides of a task, and saves them. */
	saveDatabases(id: string): void;
	/** Runs the pre-check to its end and starts the task, now or at a time in ms. */
	start(id: string, at?: number): void;
	/** Creates one task and moves it to the status, by the regular way through its life. */
	taskIn(status: string, changes?: Fields): string;
}

/** @returns the list of results of a batch answer */
export const resultsOf = ({ body }: Answer): Fields[] => (body as { results: Fields[] }).results;

/** @returns the error code of a refused call */
export const codeOf = ({ body }: Answer): unknown => (body as Fields).error_code;

/** How long after the start a task comes to a status, in ms. */
const AFTER_START: Record<string, number> = {
	STARTJOBING: 0,
	FULL_TRANSFER_STARTED: DURATIONS.starting,
	FULL_TRANSFER_COMPLETE: DURATIONS.starting + DURATIONS.fullTransfer,
	INCRE_TRANSFER_STARTED: DURATIONS.starting + DURATIONS.fullTransfer + DURATIONS.catchingUp,
	FULL_TRANSFER_FAILED: DURATIONS.starting + DURATIONS.fullTransfer,
	START_JOB_FAILED: DURATIONS.starting,
	INCRE_TRANSFER_FAILED:
		DURATIONS.starting +
		DURATIONS.fullTransfer +
		DURATIONS.catchingUp +
		DURATIONS.untilIncrementalFails,
};

/**
 * Makes a DRS without tasks.
 *
 * @throws Error from `call` when a request or an answer breaks the contract
 */
export function createEngine(
	options: Partial<
		Pick<DrsContext, 'pageSize' | 'uniqueNames' | 'knownInstances' | 'knownSubnets'>
	> & {
		seed?: number;
		forms?: Partial<Forms>;
	} = {},
): Engine {
	const { seed = 1, ...rest } = options;
	const clock = manualClock();
	const context = createDrsContext({
		clock,
		random: createRandom(seed),
		durations: DURATIONS,
		...rest,
	});

	const call: Engine['call'] = (operationId, body, { jobId, project = PROJECT } = {}) => {
		const wrong = validateRequest(operationId, { query: {}, body });
		if (wrong.length > 0) throw new Error(`${operationId}: ${JSON.stringify(wrong)}`);
		const pathParameters: Record<string, string> = jobId === undefined ? {} : { job_id: jobId };
		const answer = drsOperations[operationId](
			{ projectId: project, query: {}, body: structuredClone(body), pathParameters },
			context,
		);
		const isCreation = typeof body === 'object' && body !== null && 'source_Endpoint' in body;
		const strange =
			answer.status < 300 && !isCreation
				? validateResponse(operationId, answer.status, answer.body)
				: [];
		if (strange.length > 0) throw new Error(`${operationId}: ${JSON.stringify(strange)}`);
		return answer;
	};

	const create: Engine['create'] = (names, changes = {}) => {
		const jobs = names.map((name) => ({ ...creation(name), ...changes }));
		const answer = call('createTasks', { jobs });
		return names.map((wanted) =>
			String(resultsOf(answer).find(({ name, id }) => name === wanted && id)?.id),
		);
	};

	const saveDatabases: Engine['saveDatabases'] = (id) => {
		const jobs = ['so', 'ta'].map((side) => ({ id, ...TESTED, end_point_type: side }));
		call('testConnections', { jobs });
		call('modifyTasks', { jobs: [{ job_id: id, ...SAVED }] });
	};

	const start: Engine['start'] = (id, at) => {
		call('precheck', { jobs: [{ job_id: id, precheck_mode: 'forStartJob' }] });
		clock.time += DURATIONS.precheck;
		const start_time = at === undefined ? undefined : String(at);
		call('startTasks', { jobs: [{ job_id: id, start_time }] });
	};

	const taskIn: Engine['taskIn'] = (status, changes = {}) => {
		const troubles: Record<string, string> = {
			CREATE_FAILED: 'fail-create',
			FULL_TRANSFER_FAILED: 'fail-transfer',
			START_JOB_FAILED: 'fail-start',
			INCRE_TRANSFER_FAILED: 'fail-incremental',
			RELEASE_RESOURCE_FAILED: 'fail-release',
		};
		const name = `${troubles[status] ?? 'task'}-${context.tasks.all().length}`;
		const [id] = create([name], changes);
		if (status === 'CREATING') return id;
		clock.time += DURATIONS.creating;
		if (status === 'CONFIGURATION' || status === 'CREATE_FAILED') return id;
		if (status.startsWith('RELEASE_RESOURCE_')) {
			call('stopOrDeleteTasks', { jobs: [{ job_id: id, delete_type: 'terminate' }] });
			if (!status.endsWith('STARTED')) clock.time += DURATIONS.stopping;
			return id;
		}
		if (status === 'WAITING_FOR_START') {
			start(id, clock.time + 1_000_000);
			return id;
		}
		start(id);
		if (status === 'PAUSING') {
			clock.time += AFTER_START.INCRE_TRANSFER_STARTED;
			call('pauseTasks', { jobs: [{ job_id: id, pause_mode: 'all' }] });
			return id;
		}
		clock.time += AFTER_START[status];
		return id;
	};

	return {
		context,
		clock,
		call,
		create,
		start,
		taskIn,
		saveDatabases,
		status: (id) => resultsOf(call('getTaskStatuses', { jobs: [id] }))[0].status,
	};
}
