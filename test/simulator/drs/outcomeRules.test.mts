import type { OutcomeRule } from '../../../simulator/drs/index.mts';
import { PRECHECK_ITEMS } from '../../../simulator/drs/precheckItems.mts';
import { CODES, messageOf, refuseCall, type Code } from '../../../simulator/drs/problems.mts';
import examples from '../../fixtures/reference/drs-v3-examples.json' with { type: 'json' };
import errorCodes from '../../fixtures/reference/error-codes.json' with { type: 'json' };
import { DURATIONS, resultsOf, type Fields } from './engine.mts';
import { outcomeSteps } from './outcomeSteps.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();
let id: string;

beforeEach(() => {
	id = drs.taskIn('CONFIGURATION');
});

const { script, pass } = outcomeSteps(drs, () => id);

describe('what is documented', () => {
	it('codes, with status and message', () => {
		expect([...CODES].sort()).toEqual(errorCodes.map(({ code }) => code).sort());
		for (const { code, http, message } of errorCodes) {
			expect(messageOf(code as Code, '%s')).toBe(message);
			expect(refuseCall(code as Code).status).toBe(http);
		}
	});

	it('items of a pre-check, with their groups', () => {
		const [printed] = examples
			.filter(({ operation, kind }) => operation === 'getPrecheckResults' && kind === 'response')
			.map(({ body }) => (body as unknown as { results: Fields[] }).results[0].precheck_result);
		expect(PRECHECK_ITEMS).toEqual((printed as Fields[]).map(({ item, group }) => [item, group]));
	});
});

describe('rules', () => {
	it.each([
		['shop-1', ['shop-1']],
		['SHOP-1', ['shop-1']],
		['shop-*', ['shop-1', 'shop-12']],
		['*', ['shop-1', 'shop-12', 'crm-1']],
		['shop', []],
		['crm.1', []],
	])('%s means %j', (task, meant) => {
		script({ task, kind: 'createFails' });
		const names = ['shop-1', 'shop-12', 'crm-1'];
		const ids = drs.create(names);
		pass('creating');
		expect(names.filter((_, index) => drs.status(ids[index]) === 'CREATE_FAILED')).toEqual(meant);
	});

	it('count for each task by itself, and tell how often they happened', () => {
		script({ task: 'shop-*', kind: 'startFails', times: 1 });
		const ids = drs.create(['shop-1', 'shop-2']);
		pass('creating');
		for (const one of ids) drs.start(one);
		pass('starting');
		expect(ids.map(drs.status)).toEqual(['START_JOB_FAILED', 'START_JOB_FAILED']);
		expect(drs.context.outcomes.list()).toEqual([
			{ task: 'shop-*', kind: 'startFails', times: 1, happened: 2 },
		]);
	});

	it('change nothing that has passed, although nobody looked', () => {
		drs.start(id);
		pass('starting', 'fullTransfer', 'catchingUp');
		script({ kind: 'fullTransferFails' });
		expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');
	});

	it('come too late for the share, but not for the transfer', () => {
		drs.start(id);
		pass('starting');
		drs.clock.time += DURATIONS.fullTransfer * 0.6;
		script({ kind: 'fullTransferFails', at: 0.2 });
		expect(drs.status(id)).toBe('FULL_TRANSFER_FAILED');
		const [progress] = resultsOf(drs.call('getTaskProgress', { jobs: [id] }));
		expect(progress.progress).toBe('60');
	});

	it('leave what has happened when they are removed, although nobody looked', () => {
		script({ kind: 'startFails' });
		drs.start(id);
		pass('starting');
		drs.context.outcomes.clear();
		expect(drs.status(id)).toBe('START_JOB_FAILED');
		expect(drs.context.outcomes.list()).toEqual([]);
	});

	it.each([
		[{ task: 'a', kind: 'explodes' }, '"kind" has to be one of createFails'],
		[{ kind: 'createFails' }, "createFails must have required property 'task'"],
		[{ task: 'a', kind: 'precheckItem' }, "must have required property 'item'"],
		[{ task: 'a', kind: 'precheckItem', item: 'guessed' }, '"item" must be equal to one of'],
		[{ task: 'a', kind: 'delay' }, "must have required property 'delay'"],
		[{ task: 'a', kind: 'startFails', at: 0.5 }, 'must NOT have additional properties: at'],
		[{ task: 'a', kind: 'fullTransferFails', at: 1 }, '"at" must be < 1'],
		[{ task: 'a', kind: 'startFails', code: 'DRS.X1' }, '"code" must be equal to one of'],
		[null, '"kind" has to be one of'],
	])('%j is refused', (rule, message) => {
		expect(() => drs.context.outcomes.add(rule as unknown as OutcomeRule)).toThrow(message);
		expect(drs.context.outcomes.list()).toEqual([]);
	});
});

it.each([
	['fail-start', 'START_JOB_FAILED'],
	['fail-incremental', 'INCRE_TRANSFER_FAILED'],
	['fail-release', 'RELEASE_RESOURCE_FAILED'],
])('the name %s leads to %s', (_name, status) => {
	id = drs.taskIn(status);
	expect(drs.status(id)).toBe(status);
});

it('the name fail-connection lets no connection test succeed', () => {
	[id] = drs.create(['fail-connection-1']);
	pass('creating');
	const job = { id, net_type: 'eip', db_type: 'mysql', ip: '192.168.0.7', db_user: 'reader' };
	const [result] = resultsOf(
		drs.call('testConnections', {
			jobs: [{ ...job, db_password: 'Secret-1', end_point_type: 'ta' }],
		}),
	);
	expect(result).toMatchObject({ success: false, error_code: 'DRS.KE0002' });
});
