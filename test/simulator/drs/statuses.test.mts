import { operations } from '../../../simulator/contract/index.mts';
import { drsOperations } from '../../../simulator/drs/index.mts';
import {
	clusterProperty,
	codeOf,
	createEngine,
	DURATIONS,
	resultsOf,
	SAVED,
	type Engine,
	type Fields,
} from './engine.mts';
import statuses from '../../fixtures/reference/task-statuses.json' with { type: 'json' };

let drs: Engine;

beforeEach(() => {
	drs = createEngine();
});

/** The reference names them, but not when a task comes to them. */
const UNEXPLAINED = [
	'CHANGE_JOB_STARTED',
	'CHANGE_JOB_FAILED',
	'CHILD_TRANSFER_STARTING',
	'CHILD_TRANSFER_STARTED',
	'CHILD_TRANSFER_COMPLETE',
	'CHILD_TRANSFER_FAILED',
	'RELEASE_CHILD_TRANSFER_STARTED',
	'RELEASE_CHILD_TRANSFER_COMPLETE',
];
const STATUSES = statuses
	.map(({ status }) => status)
	.filter((status) => !UNEXPLAINED.includes(status));
const CONFIGURING = ['CONFIGURATION', 'WAITING_FOR_START'];
const TRANSFER = ['FULL_TRANSFER_STARTED', 'FULL_TRANSFER_COMPLETE', 'INCRE_TRANSFER_STARTED'];
const LIVING = STATUSES.filter(
	(status) => status !== 'CREATE_FAILED' && !status.startsWith('RELEASE_'),
);

interface BatchOperation {
	operation: string;
	/** The name of the operation with what it is asked to do. */
	title?: string;
	entry: (id: string) => Fields;
	allowed: string[];
	list?: string;
	/** The statuses to try, unless all. */
	tried?: string[];
	/** What comes before the operation in the life of a task. */
	prepare?: (id: string) => void;
	/** A batch may name a task several times, such as once for each side. */
	repeatable?: boolean;
}

const endpoint = { net_type: 'eip', db_type: 'mysql', ip: '192.168.0.7', db_user: 'reader' };
const stop = (kind: string) => (id: string) => ({ job_id: id, delete_type: kind });

const BATCHES: BatchOperation[] = [
	{
		operation: 'testConnections',
		repeatable: true,
		entry: (id) => ({ id, ...endpoint, db_password: 'Secret-1', end_point_type: 'so' }),
		allowed: [...CONFIGURING, 'START_JOB_FAILED'],
	},
	{
		operation: 'testClusterConnections',
		repeatable: true,
		entry: (id) => ({
			job_id: id,
			action: 'testConnection',
			property: clusterProperty(),
		}),
		allowed: [...CONFIGURING, 'START_JOB_FAILED'],
	},
	{
		operation: 'modifyTasks',
		title: 'modifyTasks (description)',
		entry: (id) => ({ job_id: id, description: 'New' }),
		allowed: LIVING,
	},
	{
		operation: 'modifyTasks',
		title: 'modifyTasks (endpoints)',
		entry: (id) => ({
			job_id: id,
			...SAVED,
			source_endpoint: { db_type: 'mysql', ip: '192.168.0.7' },
		}),
		allowed: CONFIGURING,
	},
	{
		operation: 'selectObjects',
		repeatable: true,
		prepare: (id) => drs.saveDatabases(id),
		entry: (id) => ({ job_id: id, selected: false }),
		allowed: ['CONFIGURATION'],
	},
	{
		operation: 'setSyncPolicies',
		entry: (id) => ({ job_id: id, conflict_policy: 'stop' }),
		allowed: CONFIGURING,
	},
	{
		operation: 'setDefiners',
		entry: (id) => ({ job_id: id, replace_definer: false }),
		allowed: CONFIGURING,
	},
	{
		operation: 'setDataProcessing',
		repeatable: true,
		entry: (id) => ({
			job_id: id,
			transformation_info: { transformation_type: 'contentConditionalFilter', value: 'id > 1' },
		}),
		allowed: CONFIGURING,
	},
	{
		operation: 'setFlowControl',
		entry: (id) => ({ job_id: id, speed_limit: [{ begin: '01:00', end: '15:59', speed: '10' }] }),
		list: 'speed_limits',
		allowed: LIVING,
	},
	{
		operation: 'changePasswords',
		repeatable: true,
		tried: LIVING,
		entry: (id) => ({ job_id: id, end_point_type: 'so', db_password: 'Secret-2' }),
		allowed: [
			'STARTJOBING',
			'START_JOB_FAILED',
			...TRANSFER,
			'FULL_TRANSFER_FAILED',
			'INCRE_TRANSFER_FAILED',
			'PAUSING',
		],
	},
	{
		operation: 'precheck',
		entry: (id) => ({ job_id: id, precheck_mode: 'forStartJob' }),
		allowed: ['CONFIGURATION', 'START_JOB_FAILED'],
	},
	{
		operation: 'pauseTasks',
		entry: (id) => ({ job_id: id, pause_mode: 'all' }),
		allowed: [...TRANSFER, 'FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED'],
	},
	{
		operation: 'retryTasks',
		entry: (id) => ({ job_id: id, is_sync_re_edit: true }),
		allowed: ['PAUSING', 'START_JOB_FAILED', 'FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED'],
	},
	{
		operation: 'stopOrDeleteTasks',
		title: 'stopOrDeleteTasks (terminate)',
		entry: stop('terminate'),
		allowed: [...LIVING.filter((status) => status !== 'CREATING'), 'RELEASE_RESOURCE_FAILED'],
	},
	{
		operation: 'stopOrDeleteTasks',
		title: 'stopOrDeleteTasks (force_terminate)',
		entry: stop('force_terminate'),
		allowed: [...LIVING, 'RELEASE_RESOURCE_FAILED'],
	},
	{
		operation: 'stopOrDeleteTasks',
		title: 'stopOrDeleteTasks (delete)',
		entry: stop('delete'),
		allowed: ['CREATE_FAILED', 'RELEASE_RESOURCE_COMPLETE'],
	},
];

const titled = BATCHES.map((batch): [string, BatchOperation] => [
	batch.title ?? batch.operation,
	batch,
]);
const send = ({ operation, entry, list = 'jobs' }: BatchOperation, ids: string[]) =>
	drs.call(operation, { [list]: ids.map(entry) });

/** Results name their task in two ways, and their success in three. */
const outcomeOf = (result: Fields): [id: unknown, success: boolean, code: unknown] => [
	result.id ?? result.job_id,
	['success', 'true', true].includes(result.status as string | boolean),
	result.error_code,
];

it('of the documented statuses, all that the reference explains are reached', () => {
	expect([...STATUSES, ...UNEXPLAINED].sort()).toEqual(statuses.map(({ status }) => status).sort());
	expect(STATUSES.map((status) => drs.status(drs.taskIn(status)))).toEqual(STATUSES);
});

it('there are the operations of the contract, and no other', () => {
	const wanted = operations.filter(({ service }) => service === 'drs');
	expect(Object.keys(drsOperations).sort()).toEqual(
		wanted.map(({ operationId }) => operationId).sort(),
	);
});

describe.each(titled)('%s', (_title, batch) => {
	it.each(batch.tried ?? STATUSES)('%s', (status) => {
		const id = drs.taskIn(status);
		expect(drs.status(id)).toBe(status);
		batch.prepare?.(id);
		const isAllowed = batch.allowed.includes(status);
		expect(resultsOf(send(batch, [id])).map(outcomeOf)).toEqual([
			[id, isAllowed, isAllowed ? undefined : 'DRS.M00304'],
		]);
		if (!isAllowed) expect(drs.status(id)).toBe(status);
	});

	it('does the others when one task is not known', () => {
		const known = drs.taskIn(batch.allowed[0]);
		batch.prepare?.(known);
		const outcomes = resultsOf(send(batch, [known, 'nobody'])).map(outcomeOf);
		expect(outcomes).toHaveLength(2);
		expect(outcomes).toContainEqual([known, true, undefined]);
		expect(outcomes).toContainEqual(['nobody', false, 'DRS.M05003']);
	});

	it('answers in another order than asked', () => {
		const ids = Array.from({ length: 12 }, () => drs.taskIn(batch.allowed[0]));
		const answered = resultsOf(send(batch, ids)).map((result) => outcomeOf(result)[0]);
		expect(answered).not.toEqual(ids);
		expect([...answered].sort()).toEqual([...ids].sort());
	});
});

it.each(titled.filter(([, { repeatable }]) => !repeatable))(
	'%s takes a task once in a batch',
	(_title, batch) => {
		const id = drs.taskIn(batch.allowed[0]);
		const before = drs.status(id);
		const answer = send(batch, [id, id]);
		expect([answer.status, codeOf(answer)]).toEqual([400, 'DRS.M00301']);
		expect(drs.status(id)).toBe(before);
	},
);

describe('startTasks', () => {
	const STARTABLE = new Set(['CONFIGURATION', 'START_JOB_FAILED']);
	const start = (id: string) => resultsOf(drs.call('startTasks', { jobs: [{ job_id: id }] }))[0];

	it.each(STATUSES.filter((status) => !STARTABLE.has(status)))('not in %s', (status) => {
		expect(start(drs.taskIn(status))).toMatchObject({ error_code: 'DRS.M00304' });
	});

	it('needs a pre-check', () => {
		const id = drs.taskIn('CONFIGURATION');
		expect(start(id)).toMatchObject({ status: 'failed', error_code: 'DRS.M00304' });
		expect(drs.status(id)).toBe('CONFIGURATION');
		drs.call('precheck', { jobs: [{ job_id: id, precheck_mode: 'forStartJob' }] });
		drs.clock.time += DURATIONS.precheck;
		expect(start(id)).toEqual({ id, status: 'success' });
		expect(drs.status(id)).toBe('STARTJOBING');
	});

	it('takes a task once in a batch', () => {
		const id = drs.taskIn('CONFIGURATION');
		const answer = drs.call('startTasks', { jobs: [{ job_id: id }, { job_id: id }] });
		expect([answer.status, codeOf(answer)]).toEqual([400, 'DRS.M00301']);
	});
});
