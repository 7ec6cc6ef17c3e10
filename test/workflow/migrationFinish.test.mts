import type { IDataObject } from 'n8n-workflow';
import { beginNode, PASSWORD } from '../support/otc.mts';
import { useCutOvers, FINISH } from './support/cutOvers.mts';

const { simulator, engine, replicating, outputOf, stopped } = useCutOvers();

describe('Migration → Finish', () => {
	it('refuses a time in which the checks do not fit, before anything is sent', async () => {
		const items = await replicating('shop');
		simulator.journal.clear();
		const [output] = await outputOf({ ...FINISH, drainMinutes: 2 }, items);
		expect(output.error).toMatchObject({
			message: expect.stringContaining('Drain at Most (Minutes): 2 is too short for 3 checks'),
		});
		expect(stopped()).toEqual([]);
	});

	it('does not keep what an earlier run said of a task', async () => {
		const [item] = await replicating('idle');
		const earlier = { finished: false, reason: 'The lag did not stay at 0 in time' };
		const [output] = await outputOf(FINISH, [{ ...item, ...earlier }]);
		expect(output).toMatchObject({ app: 'app of idle', finished: true });
		expect(output).not.toHaveProperty('reason');
	});

	it('is parked while tasks drain and end, and stops each by itself, in order', async () => {
		const items = await replicating('falls', 'stuck', 'idle');
		simulator.outcomes.add({ task: 'falls', kind: 'delay', delay: 240, curve: 'falling' });
		simulator.outcomes.add({ task: 'stuck', kind: 'delay', delay: 7 });
		const parked = await beginNode(engine, FINISH, items);
		expect(parked.status).toBe('waiting');
		const run = await engine.settle(parked);
		const output = run.items('Note').map(({ json }) => json);
		expect(output.map(({ app, finished, safe_state: safe }) => [app, finished, safe])).toEqual([
			['app of falls', true, 'target'],
			['app of stuck', false, 'source'],
			['app of idle', true, 'target'],
		]);
		expect(stopped()).toEqual([
			{ job_id: items[2].id, delete_type: 'terminate' },
			{ job_id: items[0].id, delete_type: 'terminate' },
		]);
		const kept = simulator.tasks
			.all()
			.map(({ name, stop }) => [name, stop?.kind, stop?.replicated]);
		expect(kept).toEqual([
			['falls', 'normal', true],
			['stuck', undefined, undefined],
			['idle', 'normal', true],
		]);
		for (const { text } of engine.executions.all.values()) expect(text).not.toContain(PASSWORD);
	});

	it('continues after it was killed: it finds the task that is being stopped', async () => {
		const items = await replicating('shop');
		await beginNode(engine, { ...FINISH, drainChecks: 1 }, items);
		engine.executions.all.clear();
		const [output] = await outputOf(FINISH, items);
		expect(output).toMatchObject({
			finished: true,
			safe_state: 'check',
			reason: expect.stringContaining('by an earlier run or by somebody else'),
			status: 'RELEASE_RESOURCE_COMPLETE',
		});
		expect(stopped()).toHaveLength(1);
	});

	it.each(['getTaskDetails', 'getTaskStatuses', 'getTaskProgress'])(
		'looks again at a task that two answers of %s in a row leave out',
		async (operation) => {
			const items = await replicating('shop');
			simulator.faults.add({ operation, kind: 'missingResult', times: 2 });
			const [output] = await outputOf(FINISH, items);
			expect(output).toMatchObject({ finished: true, safe_state: 'target' });
			expect(stopped()).toHaveLength(1);
		},
	);

	it('fails for a task that every answer leaves out', async () => {
		const items = await replicating('shop');
		simulator.faults.add({ kind: 'missingResult', service: 'drs' });
		const [output] = await outputOf(FINISH, items);
		expect(output.error).toMatchObject({
			message: expect.stringContaining('the service returned nothing for this ID') as string,
		});
		expect(stopped()).toEqual([]);
	});

	it('fails for a task that does not exist', async () => {
		const [output] = await outputOf(FINISH, [{ id: 'no-such-task' }]);
		expect((output.error as IDataObject).error_code).toBe('DRS.M05003');
	});
});
