import type { INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

const { simulator } = useCloud();

const VALUE = '={{ $json.value }}';
const TASK = 'e11eaf8f-71ef-4fad-8890-aed7572ajb11';
const JSON_FIELD = 'Additional Request Fields (JSON)';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const create = (parameters: INodeParameters): INodeParameters => ({
	...CREATE,
	name: 'shop-1',
	...parameters,
});
const ofTask = (
	resource: string,
	operation: string,
	parameters: INodeParameters,
): INodeParameters => ({ resource, operation, jobId: id(TASK), ...parameters });
const getMany = (filters: INodeParameters): INodeParameters => ({
	resource: 'task',
	operation: 'getMany',
	filters,
});
const notify = (settings: INodeParameters): INodeParameters =>
	ofTask('task', 'update', { updateFields: { alarm: { settings } } });
const compare = (...tables: INodeParameters[]): INodeParameters =>
	ofTask('comparison', 'create', { compareData: 'lines', tables: { table: tables } });
const withJson = create({ additionalFields: { additionalRequestFields: VALUE } });

/** A node, what arrives in one of its fields, and the refusal. */
type Case = [node: INodeParameters, value: unknown, refusal: string];

const IDS: Case[] = [
	[create({ targetInstance: id(VALUE) }), 'a1, b2', 'Target DB Instance: "a1, b2" is not an ID'],
	[create({ targetInstance: id(VALUE) }), 'shop (10.0.0.5)', 'Target DB Instance: "shop (10'],
	[create({ subnet: id(VALUE) }), '"352ad828"', 'Replication Subnet: ""352ad828"" is not an ID'],
	[
		create({ sourceDatabase: { authentication: 'none', vpc: id(VALUE) } }),
		'vpc of shop',
		'Source Database → VPC: "vpc of shop" is not an ID',
	],
	[
		create({ sourceDatabase: { authentication: 'none', projectId: VALUE } }),
		'eu-de/shop',
		'Source Database → Project ID: "eu-de/shop" is not an ID',
	],
	[
		ofTask('comparison', 'getResult', { objectCompareId: VALUE }),
		'a1 b2',
		'Object Comparison ID: "a1 b2" is not an ID',
	],
];

const FILTERS: Case[] = [
	[
		getMany({ tags: { tag: [{ key: VALUE, value: 'shop' }] } }),
		null,
		'Filters → Tags → Key: is empty',
	],
	[getMany({ tags: { tag: [] } }), null, 'Filters → Tags: is empty'],
];

const JSON_FIELDS: Case[] = [
	[withJson, '{"__proto__":{"a":1}}', 'contains "__proto__", which is never sent'],
	[withJson, '{"a":[{"constructor":1}]}', 'contains "constructor", which is never sent'],
	[withJson, '{"a":9007199254740993}', 'contains a number beyond 2^53 in "a"'],
	[withJson, '{"a":{"b":[1e999]}}', 'contains a number beyond 2^53 in "b"'],
	[withJson, 42, '42 is not a JSON object'],
	[withJson, ['SECRET'], 'a list is not a JSON object'],
].map(([node, value, fault]) => [node, value, `${JSON_FIELD}: ${fault as string}`] as Case);

const LISTS: Case[] = [
	[
		compare({ database: 'shop', table: 'orders' }, { database: 'shop', table: VALUE }),
		'orders',
		'Tables: "shop.orders" is listed twice',
	],
	[
		compare({ database: 'shop', table: 'orders' }, { database: 'shop', table: VALUE }),
		null,
		'Tables: "shop" is listed as a whole and by its tables',
	],
	[
		ofTask('configuration', 'updateParameters', {
			parameters: {
				parameter: [
					{ key: 'max_connections', targetValue: '500' },
					{ key: VALUE, targetValue: '800' },
				],
			},
		}),
		' max_connections',
		'Parameters: "max_connections" is listed twice',
	],
	[
		notify({ emails: VALUE }),
		'dba@example.com ops@example.com',
		'Notification → E-Mail Addresses: "dba@example.com ops@example.com" is not an email address',
	],
	[notify({ emails: VALUE }), 'nobody', 'E-Mail Addresses: "nobody" is not an email address'],
	[notify({ phones: VALUE }), ['+49151', 'Anna'], 'Phone Numbers: "Anna" is not a phone number'],
	[notify({ phones: VALUE }), '-', 'Phone Numbers: "-" is not a phone number'],
	[notify({ phones: VALUE }), '0170 1234567 0171 7654321', 'is not a phone number'],
];

const FINE: Array<[node: INodeParameters, value: unknown]> = [
	[notify({ emails: VALUE }), "sean.o'brien@example.com"],
	[notify({ phones: VALUE }), '+49 (0)170-1234567'],
	[compare({ database: 'a.b', table: 'c' }, { database: 'a', table: VALUE }), 'b.c'],
];

it.each(FINE)('%j with %j is sent', async (parameters, value) => {
	await runNode(otcEngine(simulator.url), parameters, [{ value } as never]);
	expect(JSON.stringify(simulator.journal.entries)).toContain(value);
});

it.each([
	['Get Many', getMany({ engineType: VALUE })],
	['Update', ofTask('task', 'update', { updateFields: { engineType: VALUE } })],
	['Create', create({ engineType: 'other', otherEngineType: VALUE })],
])('%s takes the label of an engine, in any case', async (_operation, parameters) => {
	const items = [{ value: 'mysql to gaussDB(for MySQL)' }];
	await runNode(otcEngine(simulator.url), parameters, items);
	expect(JSON.stringify(simulator.journal.entries)).toContain('"engine_type":"mysql-to-taurus"');
});

it.each([...IDS, ...FILTERS, ...JSON_FIELDS, ...LISTS])(
	'%j with %j is refused before anything is sent',
	async (parameters, value, refusal) => {
		const run = await runNode(otcEngine(simulator.url), parameters, [{ value } as never]);
		expect(run.error?.message).toContain(refusal);
		expect(run.error?.description).toMatch(/^[A-Z].{10,}\.$/);
		expect(`${run.error?.message}`).not.toContain('SECRET');
		expect(simulator.journal.entries).toEqual([]);
	},
);
