import { CREDENTIAL_NAMES } from '../../demo/lib/credentials.mts';
import type { NodePanel } from './pages/nodePanel.mts';
import { countEffort, type Effort } from './support/effort.mts';
import { waitUntil } from './support/exampleWorkflows.mts';
import { screenshot, SETUP_MILLISECONDS } from './support/stack.mts';
import { useEditor } from './support/useEditor.mts';

const NODE = 'OTC DRS';
const PATIENCE = 150_000;

/** So fast that every stage is over when it is first looked at: the next look is after a minute of real time. */
const SPEED = 100_000;

/** The credentials by the labels of their lists. */
const CLOUD = { Credential: CREDENTIAL_NAMES.otcApi };
const ALL = {
	...CLOUD,
	'Source Database Login': CREDENTIAL_NAMES.otcDrsSourceDatabaseApi,
	'Target Database Login': CREDENTIAL_NAMES.otcDrsTargetDatabaseApi,
};

const open = useEditor({ speed: SPEED });
let takeEffort: () => Effort;

beforeAll(async () => {
	takeEffort = await countEffort(open.window.page);
}, SETUP_MILLISECONDS);

/** Adds the node to an empty canvas, selects the credentials that n8n has not selected, and fills in what is required. */
async function begin(
	action: string,
	taskName: string,
	credentials: Record<string, string>,
): Promise<NodePanel> {
	await open.editor.openNew();
	takeEffort();
	const panel = await open.editor.addFirstNode(NODE, action);
	await panel.needCredentials(credentials);
	await panel.fill('name', taskName);
	await panel.pickShown('targetInstance', 'rds-crm');
	return panel;
}

/** @returns what a person did since the canvas was empty */
async function finish(panel: NodePanel, text: string, picture: string): Promise<Effort> {
	await panel.start();
	await panel.ended(text);
	await screenshot(open.window.page, picture);
	return takeEffort();
}

const statuses = (taskName: string) =>
	open.demo.simulator.tasks
		.all()
		.filter(({ name }) => name === taskName)
		.map(({ status }) => status);

describe('from an empty canvas', () => {
	it(
		'a task is created with at most 10 clicks and 2 texts',
		async () => {
			const panel = await begin('Create a migration task', 'few-clicks', CLOUD);
			const { clicks, texts } = await finish(panel, 'CREATING', 'clicks-create');

			expect(statuses('few-clicks')).toHaveLength(1);
			expect(texts).toHaveLength(2);
			expect(clicks).toEqual(expect.arrayContaining([expect.stringContaining('rds-crm')]));
			expect(clicks.length).toBeLessThanOrEqual(10);
		},
		PATIENCE,
	);

	it(
		'a task replicates with at most 14 clicks and 5 texts',
		async () => {
			const panel = await begin('Migrate databases in one step', 'few-clicks-run', ALL);
			const { clicks, texts } = await finish(panel, 'few-clicks-run', 'clicks-run');
			await waitUntil(
				'the task replicates',
				() => statuses('few-clicks-run')[0] === 'INCRE_TRANSFER_STARTED',
				PATIENCE,
			);

			expect(statuses('few-clicks-run')).toHaveLength(1);
			expect(texts.length).toBeLessThanOrEqual(5);
			expect(clicks).toEqual(
				expect.arrayContaining(
					['rds-crm', ...Object.values(ALL).slice(1)].map((name) => expect.stringContaining(name)),
				),
			);
			expect(clicks.length).toBeLessThanOrEqual(14);
		},
		2 * PATIENCE,
	);
});

describe('the browser', () => {
	it('saw no errors and asked no other host', () => {
		expect(open.traffic.errors).toEqual([]);
		expect(open.traffic.externalRequests).toEqual([]);
	});
});
