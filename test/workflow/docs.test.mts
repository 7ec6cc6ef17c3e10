import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud({ speed: 200 });

/** The JSON blocks of a page, in their order. */
const blocksOf = (page: string): IDataObject[] =>
	[
		...readFileSync(join(__dirname, '..', '..', 'docs', page), 'utf8').matchAll(
			/```json\n([\s\S]*?)\n```/g,
		),
	].map(([, text]) => JSON.parse(text) as IDataObject);

/** @returns the paths of all fields of an object, without the values; lists by their first entry. */
function shapeOf(value: unknown, path = ''): string[] {
	if (Array.isArray(value))
		return value.length === 0 ? [`${path}[]`] : shapeOf(value[0], `${path}[]`);
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, inner]) =>
		shapeOf(inner, path === '' ? key : `${path}.${key}`),
	);
}

const node = async (parameters: INodeParameters, items: IDataObject[] = [{}]) =>
	(await runNode(engine, parameters, items, 'continueRegularOutput'))
		.items('OTC DRS')
		.map(({ json }) => json);

/** The node as "Migrate one database" fills it in. */
const RUN: INodeParameters = {
	...CREATE,
	resource: 'migration',
	operation: 'run',
	name: '={{ $json.name }}',
	sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
	targetDatabase: { ip: '10.0.1.5', dbPort: 3306 },
};

describe('the pages show what really comes out', () => {
	it('Migrate one database: the result, and a failed pre-check', async () => {
		const [result, failure] = blocksOf('migrate-one-database.md');
		const [good, bad] = await node(RUN, [
			{ name: String(result.name) },
			{ name: 'shop-fail-precheck' },
		]);
		const { precheck_alarms: _alarms, ...shown } = good;
		expect(shapeOf(shown).sort()).toEqual(shapeOf(result).sort());
		expect(good).toMatchObject({
			status: result.status,
			stage: result.stage,
			next_action: result.next_action,
		});
		const [item] = (failure.error as IDataObject).failed_items as IDataObject[];
		expect((bad.error as IDataObject).stage).toBe((failure.error as IDataObject).stage);
		expect((bad.error as IDataObject).failed_items).toContainEqual(item);
	});

	it('Plan first: the plan of a database', async () => {
		const [shown] = blocksOf('plan-first.md');
		const [plan] = await node({ ...RUN, operation: 'plan' }, [{ name: String(shown.name) }]);
		expect(shapeOf(plan).sort()).toEqual(shapeOf(shown).sort());
		const { plan_id: _id, not_readable: unreadable, ...fixed } = shown;
		expect(plan).toMatchObject(fixed);
		expect(plan.not_readable).toEqual(expect.arrayContaining(unreadable as string[]));
	});

	it('Failures: the error of an item', async () => {
		const [shown] = blocksOf('failures.md');
		const [task] = await node(CREATE, [{ name: 'shop-db' }]);
		const [failed] = await node({
			resource: 'task',
			operation: 'pause',
			jobId: { __rl: true, mode: 'id', value: String(task.id) },
		});
		expect(shapeOf(failed).sort()).toEqual(shapeOf(shown).sort());
		const { description, error_code: code } = shown.error as IDataObject;
		expect(failed.error).toMatchObject({ description, error_code: code });
	});

	it('A picture of the fleet: the item of a report', async () => {
		const [shown] = blocksOf('report.md');
		const [task] = await node(CREATE, [{ name: 'shop-db' }]);
		const [report] = await node(
			{
				resource: 'migration',
				operation: 'report',
				jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			[{ id: task.id }],
		);
		expect(shapeOf(report)).toEqual(expect.arrayContaining(shapeOf(shown)));
	});

	it('Be told when it breaks: the item of an event', async () => {
		const [shown] = blocksOf('be-told-when-it-breaks.md');
		const trigger = {
			id: 'trigger',
			name: 'Trigger',
			type: 'n8n-nodes-otc-drs.otcDrsTrigger',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: { events: ['taskFailed'] },
			credentials: { otcApi: { id: 'otc', name: 'OTC' } },
		};
		const staticData = {};
		const [task] = await node(CREATE, [{ name: 'shop-db' }]);
		const stored = simulator.tasks.all().find(({ id }) => id === task.id)!;
		stored.status = 'FULL_TRANSFER_STARTED';
		stored.since = Date.now() * 10;
		await engine.poll(trigger, staticData);
		stored.status = 'FULL_TRANSFER_FAILED';
		stored.failure = { code: 'DRS.M01501', reason: String(shown.reason) };
		const [event] = (await engine.poll(trigger, staticData))!;
		const { task: _task, detected_at: _time, ...fixed } = shown;
		expect(event.json).toMatchObject(fixed);
		expect(shapeOf(event.json)).toEqual(expect.arrayContaining(shapeOf(shown)));
	});
});
