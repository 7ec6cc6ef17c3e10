import type { IDataObject } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { runTemplate } from '../support/templates.mts';

const { simulator } = useCloud();

const EVENTS = Array.from(
	{ length: 20 },
	(_, index): IDataObject => ({
		event: 'taskFailed',
		task: { id: `id-${index}`, name: `shop-${index}` },
		new_status: 'INCRE_TRANSFER_FAILED',
	}),
);

const pinned = (items: IDataObject[]) => items.map((json) => ({ json }));

describe('Ticket on Failure', () => {
	it('stores all events in the execution that the trigger starts, and does nothing else in it', async () => {
		const calls: IDataObject[] = [];
		const run = await runTemplate(simulator.url, 'ticket-on-failure', 'On Task Problem', {
			pinData: { 'On Task Problem': pinned(EVENTS) },
			onCall: (body) => calls.push(body),
		});
		expect(run.status).toBe('success');
		expect(calls).toEqual([]);
		const stored = run.items('Store Events').map(({ json }) => json);
		expect(stored.map(({ event }) => JSON.parse(String(event)) as IDataObject)).toEqual(EVENTS);
		expect(new Set(stored.map(({ state }) => state))).toEqual(new Set(['new']));
	});
});
