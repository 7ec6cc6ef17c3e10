import type { IDataObject, IPinData } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { runTemplate } from '../support/templates.mts';

const { simulator } = useCloud();

/** The instance does not exist: the run ends at once, and there is something to tell. */
const REFUSED = {
	name: 'shop-1',
	sourceHost: '10.0.0.5',
	targetHost: '10.0.1.5',
	targetInstance: 'not-an-id',
	subnet: '352ad828-3467-4f03-987a-c55a5a9dd417',
};
const CALLED: IDataObject = { Webhook: { body: REFUSED } };
const ROW = { id: 1, wave: 1, ...REFUSED };

/** The templates that tell Slack: where they begin, and what they begin with. */
const TEMPLATES: Array<[file: string, from: string, given: IDataObject]> = [
	['cut-over', 'Webhook', { Webhook: { body: { taskId: '' } } }],
	['fleet-status-report', 'Every Morning', { 'Every Morning': {} }],
	['migrate-and-notify', 'Webhook', CALLED],
	['migrate-and-recover', 'Webhook', CALLED],
	[
		'migrate-in-waves',
		'Every 5 Minutes',
		{ 'Every 5 Minutes': {}, 'All Databases': { ...ROW, state: null }, Claim: ROW },
	],
];

async function run(file: string, from: string, given: IDataObject) {
	const called: string[] = [];
	const pinData: IPinData = Object.fromEntries(
		Object.entries(given).map(([name, json]) => [name, [{ json: json as IDataObject }]]),
	);
	const { status, items } = await runTemplate(simulator.url, file, from, {
		pinData,
		onCall: (_, node) => called.push(node),
	});
	return { status, called, items };
}

describe('As imported, without an address of Slack', () => {
	it.each(TEMPLATES)('%s calls nobody and is green', async (file, from, given) => {
		const { status, called } = await run(file, from, given);
		expect([status, called]).toEqual(['success', []]);
	});

	it('migrate-and-recover marks the request as done without a message, too', async () => {
		const { items } = await run('migrate-and-recover', 'Webhook', CALLED);
		expect(items('Mark as Done').map(({ json }) => json)).toEqual([{ state: 'ended' }]);
	});
});

describe('With an address of Slack', () => {
	it.each(TEMPLATES)('%s sends one message', async (file, from, given) => {
		const settings = { slackWebhookUrl: 'https://chat', maxPerHost: 4, maxFailedShare: 0.2 };
		const { status, called } = await run(file, from, { ...given, Settings: settings });
		expect([status, called]).toEqual(['success', [expect.stringMatching(/^(Notify )?Slack$/)]]);
	});
});
