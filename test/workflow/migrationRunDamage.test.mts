import type { IDataObject } from 'n8n-workflow';
import { startSimulator } from '../../simulator/index.mts';
import { RUN } from '../support/migrationRun.mts';
import { resultsOf, run, type Script } from '../support/migrationService.mts';
import { otcEngine, runNode } from '../support/otc.mts';

/** A pre-check that has ended with these items for the first task, and without any for the others. */
const precheckWith = (items: unknown[], more: IDataObject = {}): Script => ({
	precheckResult: (ids) =>
		resultsOf(ids, (id) => ({
			precheck_id: id,
			process: '100%',
			...(id === 'id-shop-1' ? { precheck_result: items as IDataObject[], ...more } : {}),
		})),
});

describe('one damaged answer', () => {
	it.each([[[null]], [[7, 'x', []]], [[{ item: { toString: null }, result: 'ALARM' }]]])(
		'of a pre-check, %j, hinders nobody',
		async (items) => {
			const { output } = await run(precheckWith(items));
			expect(output.map(({ stage }) => stage)).toEqual(['start', 'start']);
		},
	);

	it('of a pre-check that failed fails its own item', async () => {
		const { output } = await run(
			precheckWith([null, { item: 7, result: 'FAILED', failed_reason: 'Off.' }], { result: false }),
		);
		expect(output[0].error).toMatchObject({
			stage: 'precheck',
			failed_items: [{ item: '7', reason: 'Off.' }],
		});
		expect(output[1]).toMatchObject({ stage: 'start' });
	});

	it('of the details of an existing task hinders nobody', async () => {
		const strange = { toString: null } as unknown as IDataObject;
		const { output } = await run({
			list: () => ({
				jobs: ['shop-1', 'shop-2'].map((name) => ({
					id: `id-${name}`,
					name,
					status: 'CONFIGURATION',
				})),
			}),
			detail: (ids) => resultsOf(ids, (id) => ({ id, status: 'CONFIGURATION', net_type: strange })),
		});
		expect(output.map(({ stage }) => stage)).toEqual(['start', 'start']);
	});
});

describe('words of the service', () => {
	const LONG = 'x'.repeat(1_000_000);

	it('are cut in the failed items of a pre-check', async () => {
		const items = Array.from({ length: 50 }, () => ({
			item: 'someCheck',
			result: 'FAILED',
			failed_reason: LONG,
		}));
		const { output } = await run(precheckWith(items));
		const { message, failed_items: failedItems } = output[0].error as IDataObject;
		expect(String(message).length).toBeLessThan(2_200);
		expect(JSON.stringify(failedItems).length).toBeLessThan(50 * 2_500);
	});

	it('are cut in the reason of a failed creation', async () => {
		const { output } = await run({
			status: (ids) => resultsOf(ids, (id) => ({ id, status: 'CREATE_FAILED' })),
			detail: (ids) =>
				resultsOf(ids, (id) => ({ id, status: 'CREATE_FAILED', failed_reason: LONG })),
		});
		expect(JSON.stringify(output[0].error).length).toBeLessThan(4_000);
	});
});

describe('an item whose expression fails', () => {
	it('fails alone', async () => {
		const simulator = await startSimulator({ speed: 200 });
		const result = await runNode(
			otcEngine(simulator.url),
			{ ...RUN, options: { startTime: '={{ $json.when.toDateTime() }}' } },
			[
				{ name: 'shop-1', when: '2020-01-01' },
				{ name: 'shop-2', when: 'never' },
			],
			'continueRegularOutput',
		);
		const output = result.items('OTC DRS').map(({ json }) => json);
		expect(output[0]).toMatchObject({ stage: 'start', name: 'shop-1' });
		expect(output[1].error).toMatchObject({ message: expect.anything() });
		expect(simulator.tasks.all()).toHaveLength(1);
		await simulator.close();
	});
});

describe('a time that is no number', () => {
	it.each([
		['stageMinutes', 'Options → Stage Timeout (Minutes): "60 min" is not a number'],
		['waitMinutes', 'Options → Wait Timeout (Minutes): "60 min" is not a number'],
	])('in %s is refused before anything is sent', async (name, message) => {
		const { output, calls } = await run({}, { options: { [name]: '60 min' } });
		for (const { error } of output) {
			expect((error as IDataObject).message).toContain(message);
			expect((error as IDataObject).description).toContain('Enter a number without its unit');
		}
		expect(calls).toEqual([]);
	});
});

describe('a start whose status cannot be read', () => {
	it.each([
		[{}, 'STARTJOBING'],
		[{ startTime: '2099-01-01T00:00:00Z' }, 'WAITING_FOR_START'],
	])('with %j counts as started', async (options, status) => {
		let isStarted = false;
		const { output } = await run(
			{
				start: () => {
					isStarted = true;
					return undefined;
				},
				status: () => (isStarted ? { results: [] } : undefined),
			},
			{ options: { ...options, maxRetryWait: 0 } },
		);
		expect(output[0]).toMatchObject({ status, status_assumed: true });
		expect(String(output[0].next_action)).not.toContain('start the task');
	});
});
