import type { IDataObject } from 'n8n-workflow';
import { setStatus } from '../../simulator/drs/lifeCycle.mts';
import type { FaultRule } from '../../simulator/faults/kinds.mts';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const TASKS = 500;
const EVENTS = ['taskCreated', 'taskFailed', 'replicating', 'statusChanged'];

/** What makes a list of tasks damaged: of each kind, so often that a poll cannot get around it. */
const DAMAGES: Array<[string, Omit<FaultRule, 'operation'>]> = [
	['no list', { kind: 'listMissing' }],
	['fewer entries than total_record', { kind: 'listShort' }],
	['fewer entries in one of three pages', { kind: 'listShort', every: 3 }],
	['a body that is cut off', { kind: 'truncated' }],
	['a page of a proxy', { kind: 'html' }],
	['a redirect to a login', { kind: 'redirect' }],
	['an outage', { kind: 'outage' }],
	['a dropped connection', { kind: 'dropBefore' }],
	['an answer that gets lost', { kind: 'dropAfter' }],
	['a refusal in results', { kind: 'resultsRefused' }],
	['too many requests', { kind: 'tooManyRequests' }],
];

/** @returns the events of a poll; none for one that failed */
async function poll(staticData: IDataObject): Promise<Array<[unknown, unknown]>> {
	const node = {
		id: 'trigger',
		name: 'OTC DRS Trigger',
		type: 'n8n-nodes-otc-drs.otcDrsTrigger',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { events: EVENTS },
		credentials: { otcApi: { id: 'otc', name: 'OTC' } },
	};
	const items = await engine.poll(node, staticData, 'trigger').catch(() => null);
	return (items ?? []).map(({ json }): [unknown, unknown] => [
		json.event,
		(json.task as IDataObject).name,
	]);
}

it('500 tasks, every kind of damaged list: no false event, no lost event', async () => {
	const names = Array.from({ length: TASKS }, (_, index) => ({ name: `shop-${index}` }));
	await runNode(engine, { ...CREATE, options: { batchSize: 100 } }, names);
	passMinutes(1);
	const staticData: IDataObject = {};
	expect(await poll(staticData)).toEqual([]);
	const tasks = simulator.tasks.all();
	for (const [index, [damage, rule]] of DAMAGES.entries()) {
		simulator.faults.add({ ...rule, operation: 'listTasks' });
		const during = [...(await poll(staticData)), ...(await poll(staticData))];
		setStatus(tasks[index], 'FULL_TRANSFER_FAILED', Date.now());
		during.push(...(await poll(staticData)), ...(await poll(staticData)));
		simulator.faults.clear();
		const after = [...during, ...(await poll(staticData)), ...(await poll(staticData))];
		const name = tasks[index].name;
		expect([damage, after.sort()]).toEqual([
			damage,
			[
				['statusChanged', name],
				['taskFailed', name],
			],
		]);
	}
}, 120_000);
