import { creation, logIn, manualClock, send } from './client.mts';
import { useSimulator } from '../support/simulator.mts';

const clock = manualClock();
const simulator = useSimulator({ clock });

const outcomes = async (method: string, body?: object) =>
	await send(`${simulator.url}/__simulator/outcomes`, { method, body });

const statusAfterCreation = async (name: string): Promise<unknown> => {
	const { projectId, headers } = await logIn(simulator.url);
	const drs = `${simulator.url}/drs/v3/${projectId}/jobs`;
	const created = await send(`${drs}/batch-creation`, {
		headers,
		body: { jobs: [creation(name)] },
	});
	clock.time += 60_000;
	const { data } = await send(`${drs}/batch-status`, {
		headers,
		body: { jobs: [created.data.results[0].id] },
	});
	return data.results[0].status;
};

it('outcomes are scripted, shown and removed over HTTP', async () => {
	const rule = { task: 'shop-1', kind: 'createFails' };
	const { status, data } = await outcomes('POST', rule);
	expect([status, data]).toEqual([201, rule]);
	expect(await statusAfterCreation('shop-1')).toBe('CREATE_FAILED');
	expect((await outcomes('GET')).data).toEqual([{ ...rule, happened: 1 }]);
	expect((await outcomes('DELETE')).status).toBe(204);
	expect((await outcomes('GET')).data).toEqual([]);
	expect(await statusAfterCreation('shop-2')).toBe('CONFIGURATION');
});

it('several outcomes are scripted at once, or none if one is wrong', async () => {
	const rules = ['shop-1', 'shop-2'].map((task) => ({ task, kind: 'createFails' }));
	const { status, data } = await outcomes('POST', [...rules, { task: 'shop-3', kind: 'bad' }]);
	expect([status, data.message]).toEqual([400, expect.stringContaining('"kind" has to be one of')]);
	expect((await outcomes('GET')).data).toEqual([]);
	expect((await outcomes('POST', rules)).status).toBe(201);
	expect(await statusAfterCreation('shop-2')).toBe('CREATE_FAILED');
});

it('outcomes are scripted through the object', async () => {
	simulator.outcomes.add({ task: 'shop-*', kind: 'createFails', times: 1 });
	expect(await statusAfterCreation('shop-1')).toBe('CREATE_FAILED');
	expect(simulator.outcomes.list()).toMatchObject([{ happened: 1 }]);
});
