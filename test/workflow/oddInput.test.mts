import type { IDataObject, IPinData } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { runTemplate } from '../support/templates.mts';

const { simulator } = useCloud();

const DATABASE: IDataObject = {
	name: 'shop-1',
	sourceHost: '10.0.0.5',
	targetHost: '10.0.1.5',
	targetInstance: 'e05a3679efe241d8b5dee80b17c1a863in01',
	subnet: '352ad828-3467-4f03-987a-c55a5a9dd417',
};

/** What a form, a sheet or a program sends when something is wrong with a value. */
const ODD: Record<string, unknown> = {
	nothing: undefined,
	null: null,
	'an empty text': '',
	blanks: '  ',
	'a byte order mark': '\uFEFF',
	'an object': { value: 'shop-1' },
	'a character that cannot be seen': 'shop\u200B-1',
	'a line break': 'shop\n1',
};

/** Those that mean nothing was entered. */
const EMPTY = Object.keys(ODD).slice(0, 5);

/** How the form calls the values, and how a refusal calls them. */
const LABELS: Record<string, string> = {
	name: 'Task Name',
	sourceHost: 'Source Host',
	targetHost: 'Target Host',
	targetInstance: 'Target DB Instance ID',
	subnet: 'Replication Subnet ID',
};
const REFUSED: Record<string, string> = {
	name: 'Task Name:',
	sourceHost: 'Source Database → Host:',
	targetHost: 'Target Database → Host:',
	targetInstance: 'Target DB Instance:',
	subnet: 'Replication Subnet:',
};

/** A template that reads from outside: where it begins, what arrives there, and what people read at the end. */
interface Template {
	from: string;
	pins: (database: IDataObject) => Record<string, IDataObject>;
	/** The node whose output is read; otherwise the message goes out. */
	end?: string;
}

const TEMPLATES: Record<string, Template> = {
	'form-migrate-a-database': {
		from: 'Migrate a Database',
		pins: (database) => ({
			'Migrate a Database': Object.fromEntries(
				Object.entries(database).map(([field, value]) => [LABELS[field], value]),
			),
		}),
		end: 'Failed',
	},
	'migrate-and-notify': {
		from: 'Webhook',
		pins: (body) => ({ Webhook: { body }, Settings: { slackWebhookUrl: 'https://chat' } }),
	},
	'migrate-and-recover': {
		from: 'Webhook',
		pins: (body) => ({ Webhook: { body }, Settings: { slackWebhookUrl: 'https://chat' } }),
	},
	'migrate-in-waves': {
		from: 'Every 5 Minutes',
		pins: (row) => ({
			'Every 5 Minutes': {},
			'All Databases': { id: 1, wave: 1, state: null, attempts: null, ...row },
			Claim: { id: 1, wave: 1, state: 'starting', ...row },
		}),
		end: 'Note Failure',
	},
};

async function read(file: string, { from, pins, end }: Template, database: IDataObject) {
	const sent: IDataObject[] = [];
	const pinData: IPinData = Object.fromEntries(
		Object.entries(pins(database)).map(([name, json]) => [name, [{ json }]]),
	);
	const { status, items } = await runTemplate(simulator.url, file, from, {
		pinData,
		onCall: (body) => sent.push(body),
	});
	const read = end === undefined ? sent : items(end).map(({ json }) => json);
	return { status, read: read.map((json) => Object.values(json).join(' ')) };
}

describe.each(Object.entries(TEMPLATES))(
	'%s creates nothing and says why with',
	(file, template) => {
		it.each(Object.entries(ODD))('%s', async (kind, value) => {
			for (const [field, label] of Object.entries(REFUSED)) {
				// Without a target host, the node takes the address of the instance.
				if (field === 'targetHost' && EMPTY.includes(kind)) continue;
				const { status, read: texts } = await read(file, template, {
					...DATABASE,
					[field]: value as string,
				});
				expect([field, status, texts]).toEqual([
					field,
					'success',
					[expect.stringContaining(label)],
				]);
				expect(texts[0]).not.toMatch(/undefined|null|\[object/);
			}
			expect(simulator.tasks.all()).toEqual([]);
		});
	},
);

describe('create-migration-task', () => {
	const call = async (body: IDataObject) => {
		const { items } = await runTemplate(simulator.url, 'create-migration-task', 'Webhook', {
			pinData: { Webhook: [{ json: { body } }] },
		});
		return [...items('Respond to Webhook'), ...items('Refused')].map(({ json }) => json);
	};
	it.each(EMPTY)('takes its own values instead of %s', async (kind) => {
		const value = ODD[kind] as undefined;
		const [answer] = await call({ name: value, sourceHost: value, sourcePort: value });
		expect(answer.status).toBe(200);
		const [{ requestBody }] = simulator.journal.of('createTasks');
		expect(JSON.stringify(requestBody)).toContain('192.0.2.10');
		expect(JSON.stringify(requestBody)).toMatch(/"name":"demo-\d/);
	});

	it.each(Object.keys(ODD).slice(5))('creates nothing and says why with %s', async (kind) => {
		for (const field of ['name', 'sourceHost']) {
			const [answer] = await call({ ...DATABASE, [field]: ODD[kind] as string });
			expect(answer).toEqual({
				status: 400,
				body: {
					message: expect.stringContaining(REFUSED[field]),
					remedy: expect.stringMatching(/^[A-Z].{10}/),
				},
			});
		}
		expect(simulator.tasks.all()).toEqual([]);
	});
});

describe('cut-over stops nothing and says why with', () => {
	it.each(Object.entries(ODD))('%s', async (_, taskId) => {
		const { items } = await runTemplate(simulator.url, 'cut-over', 'Webhook', {
			pinData: { Webhook: [{ json: { body: { taskId: taskId as string } } }] },
		});
		const [{ json }] = items('Not Ready');
		expect(json.message).toMatch(/^Not ready for the cut-over: .{10}/);
		expect(json.message).not.toMatch(/undefined|null|\[object/);
		expect(simulator.journal.count('stopOrDeleteTasks')).toBe(0);
	});
});
