import type { INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useWaits, failureOf, jsonAt } from './support/waits.mts';

const { simulator, engine, createTasks, begin, childOf, statusCalls } = useWaits();

describe('Task → Wait for Status, when something fails', () => {
	it('fails, if it is to, when a task does not reach the status', async () => {
		const [id] = await createTasks('shop-fail-create');
		const parameters = { options: { failUnlessReached: true } };
		const run = await engine.settle(await begin([{ id }], parameters));
		expect(failureOf(run).message).toContain(`Task ${id}: is in CREATE_FAILED`);
		expect(failureOf(run).description).toContain('Task → Get');
		const goesOn = await engine.settle(await begin([{ id }], parameters, 'continueErrorOutput'));
		expect(goesOn.items('Note')).toEqual([]);
		expect(jsonAt(goesOn, 'Failed')).toMatchObject([
			{ error: { job_id: id, outcome: 'failed', status: 'CREATE_FAILED' } },
		]);
	});

	it('goes on at the next turn while the service cannot be reached, until the time is over', async () => {
		const [good] = await createTasks('shop-1');
		const parked = await begin([{ id: good }], { timeout: 1 });
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'serverError' });
		const child = childOf(parked);
		let turns = 0;
		const run = await engine.settle(parked, (turn) => {
			if (turn === child && ++turns === 4) simulator.faults.clear();
		});
		expect(turns).toBeGreaterThanOrEqual(5);
		expect(jsonAt(run, 'Note')).toMatchObject([{ id: good, outcome: 'reached' }]);
	});

	it('stops at once when nothing can be asked at the first check', async () => {
		const [id] = await createTasks('shop-1');
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'forbidden' });
		const run = await begin([{ id }]);
		expect(run.status).toBe('error');
		expect(run.error!.message).toContain('DRS.M00102');
	});

	it('tells what became of a task that does not exist', async () => {
		const run = await begin([{ id: 'unknown' }]);
		expect(jsonAt(run, 'Note')).toMatchObject([
			{ id: 'unknown', outcome: 'failed', error_code: 'DRS.M05003' },
		]);
	});

	it('asks again at the next check for a task that was left out of two answers in a row', async () => {
		const ids = await createTasks('shop-1', 'shop-2');
		passMinutes(1);
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'missingResult', times: 2 });
		const run = await engine.settle(await begin(ids.map((id) => ({ id }))));
		expect(jsonAt(run, 'Note')).toMatchObject(ids.map((id) => ({ id, outcome: 'reached' })));
	});

	it('gives up a task that is left out of five checks in a row', async () => {
		const [id] = await createTasks('shop-1');
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'missingResult' });
		const run = await engine.settle(await begin([{ id }]));
		expect(jsonAt(run, 'Note')).toMatchObject([{ id, outcome: 'failed' }]);
		expect(jsonAt(run, 'Note')[0].reason).toContain('the service returned nothing for this ID');
		expect(statusCalls()).toBe(10);
	});
});

describe('Task → Wait for Status, when an item is wrong', () => {
	it.each<[INodeParameters, string]>([
		[{ target: 'statuses', statuses: '={{ [] }}' }, 'Statuses: is empty'],
		[{ jobId: { __rl: true, mode: 'id', value: '={{ $json.none }}' } }, 'Task: is empty'],
		[{ timeout: '={{ "24 hours" }}' }, 'Time Limit: "24 hours" is not a number'],
	])('refuses %j before anything is sent', async (parameters, message) => {
		const run = await begin([{ id: 'x' }], parameters);
		expect(run.error!.message).toBe(message);
		expect(simulator.journal.entries).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'waits for the others when an item is wrong, with On Error: %s',
		async (onError) => {
			const [id] = await createTasks('shop-1');
			const run = await engine.settle(await begin([{ owner: 'dba' }, { id }], {}, onError));
			const wrong = onError === 'continueErrorOutput' ? 'Failed' : 'Note';
			expect(jsonAt(run, wrong)[0]).toMatchObject({
				error: { message: 'Task: is empty [item 0]' },
			});
			expect(jsonAt(run, 'Note').at(-1)).toMatchObject({ id, outcome: 'reached' });
		},
	);
});
