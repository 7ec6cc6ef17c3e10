import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { createNamed, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud({ startsAt: '2026-11-02T08:00:00Z' });

async function createTasks(...names: string[]): Promise<string[]> {
	const ids = await createNamed(engine, names, { options: { batchSize: 100 } });
	passMinutes(1);
	return ids;
}

const setStatus = (id: string, status: string) => {
	simulator.tasks.all().find((task) => task.id === id)!.status = status;
};

async function report(items: IDataObject[], parameters: INodeParameters = {}) {
	const run = await runNode(
		engine,
		{
			resource: 'migration',
			operation: 'report',
			jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			...parameters,
			options: { timeZone: 'Europe/Berlin', ...(parameters.options as IDataObject | undefined) },
		},
		items,
		'continueRegularOutput',
	);
	return run.items('OTC DRS');
}

describe('Migration → Report', () => {
	it('makes one picture of all tasks, what needs attention first', async () => {
		const [replicating, broken, fresh] = await createTasks('shop-1', 'shop-2', 'shop-3');
		setStatus(replicating, 'INCRE_TRANSFER_STARTED');
		setStatus(broken, 'FULL_TRANSFER_FAILED');
		const items = await report([
			{ id: replicating },
			{ id: broken },
			{ id: fresh },
			{ id: 'unknown' },
			{
				error: { message: 'The name is taken', description: 'Choose another', job_name: 'shop-9' },
			},
		]);
		expect(items).toHaveLength(1);
		const { json, pairedItem } = items[0];
		expect(pairedItem).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
		expect(json.counts).toMatchObject({
			total: 5,
			failed: 2,
			unknown: 1,
			replicating: 1,
			waiting: 1,
		});
		expect((json.tasks as IDataObject[]).map(({ name, state }) => [name, state])).toEqual([
			['shop-2', 'failed'],
			['shop-9', 'failed'],
			['unknown', 'unknown'],
			['shop-3', 'waiting'],
			['shop-1', 'replicating'],
		]);
		const forms = ['html', 'svg', 'markdown', 'text'];
		for (const form of forms) expect(json[form]).toContain('shop-2');
		for (const form of forms.slice(1)) {
			expect(json[form]).toContain(
				'5 tasks: 2 failed, 1 could not be read, 1 not started, 1 replicating',
			);
		}
		expect(json.html).toMatch(/5 tasks.*2 failed.*1 could not be read.*1 replicating/s);
		expect(json.text).toContain('Needs attention');
		expect(json.text).toContain('The name is taken');
	});

	it('asks in batches, also for all tasks of the project', async () => {
		const ids = await createTasks(...Array.from({ length: 150 }, (_, index) => `shop-${index}`));
		simulator.journal.clear();
		const [{ json }] = await report([{}], { taskSource: 'all', nameContains: 'shop-1' });
		expect((json.counts as IDataObject).total).toBe(61);
		simulator.journal.clear();
		await report(ids.map((id) => ({ id })));
		expect(simulator.journal.count('getTaskDetails')).toBe(2);
		expect(simulator.journal.count('getTaskProgress')).toBe(2);
	});

	it('adds the chosen files', async () => {
		const [id] = await createTasks('shop-1');
		const [{ binary }] = await report([{ id }], { options: { files: ['html', 'markdown'] } });
		expect(Object.keys(binary!)).toEqual(['html', 'markdown']);
		expect(binary!.html).toMatchObject({ mimeType: 'text/html', fileName: 'report.html' });
		expect(Buffer.from(binary!.html.data, 'base64').toString()).toMatch(/^<!DOCTYPE html>/);
	});

	it('writes the title, the columns and the time zone that were chosen', async () => {
		const [id] = await createTasks('shop-1');
		const [{ json }] = await report([{ id }], {
			title: 'Move to OTC',
			columns: ['status', 'name', 'created'],
		});
		expect(json.markdown).toContain('# Move to OTC');
		expect(json.markdown).toContain('| Task | Status | Created |');
		expect(json.markdown).toContain('2026-11-02 09:00');
	});

	it('says what is wrong with a time zone', async () => {
		const run = await runNode(engine, {
			resource: 'migration',
			operation: 'report',
			taskSource: 'all',
			options: { timeZone: 'Mars/Olympus' },
		});
		expect(run.error!.message).toBe('Time Zone: "Mars/Olympus" is not known');
	});
});
