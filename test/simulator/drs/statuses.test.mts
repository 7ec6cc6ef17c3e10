import { operations } from '../../../simulator/contract/index.mts';
import { drsOperations } from '../../../simulator/drs/index.mts';
import { codeOf, DURATIONS, resultsOf, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';
import statuses from '../../fixtures/reference/task-statuses.json' with { type: 'json' };
import { BATCHES, type BatchOperation, STATUSES, UNEXPLAINED } from './batchOperations.mts';

const drs = useEngine();

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
		batch.prepare?.(drs, id);
		const isAllowed = batch.allowed.includes(status);
		expect(resultsOf(send(batch, [id])).map(outcomeOf)).toEqual([
			[id, isAllowed, isAllowed ? undefined : 'DRS.M00304'],
		]);
		if (!isAllowed) expect(drs.status(id)).toBe(status);
	});

	it('does the others when one task is not known', () => {
		const known = drs.taskIn(batch.allowed[0]);
		batch.prepare?.(drs, known);
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
