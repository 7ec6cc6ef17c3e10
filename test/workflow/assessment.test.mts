import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { otcEngine } from '../support/otc.mts';

/** Nothing listens here: what sends anything fails. */
const engine = otcEngine('http://127.0.0.1:9');

const TO_NODE = { Start: { main: [[{ node: 'OTC DRS', type: 'main' as const, index: 0 }]] } };

/** Runs the node without any credential. */
async function run(
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
	onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow',
) {
	const node = (name: string, type: string, more: object = {}) => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
		...more,
	});
	return await engine.run(
		{
			nodes: [
				node('Start', 'test.start'),
				node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', { parameters, onError }),
			],
			connections: TO_NODE,
		},
		{ startNode: 'Start', pinData: { Start: items.map((json) => ({ json })) } },
	);
}

const row = (server: string, check: string, object: string, value = ''): IDataObject => ({
	server,
	check,
	object,
	value,
});

const inventory = (server: string, side: string): IDataObject[] => [
	row(server, `${side}.version`, '', '8.0.36|reader@%'),
	row(server, `${side}.schema`, 'app', 'utf8mb4|utf8mb4_bin'),
	row(server, `${side}.table`, 'app.t', 'BASE TABLE|InnoDB|3|4|utf8mb4_bin'),
	row(server, `${side}.column`, 'app.t.id', '1|int|int(11)|NO|\\N|\\N|auto_increment'),
	row(server, `${side}.key`, 'app.t.id', '1'),
	{ 'Grants for reader@%': 'GRANT SELECT ON *.* TO `reader`@`%`' },
];

const both = [...inventory('shop', 'source'), ...inventory('shop', 'target')];

const ASSESS_SQL = { resource: 'assessment', operation: 'getSql', serverName: '={{ $json.name }}' };
const EVALUATE = { resource: 'assessment', operation: 'evaluate' };
const VERIFY_SQL = { resource: 'verification', operation: 'getSql' };
const VERIFY = { resource: 'verification', operation: 'evaluate' };

describe('Assessment without a credential', () => {
	it.each(['mysql', 'postgresql'])(
		'gives the statements of %s for each item',
		async (engineName) => {
			const parameters = { ...ASSESS_SQL, databaseEngine: engineName, side: 'target' };
			const { items, status } = await run(parameters, [{ name: 'shop' }, { name: "o'hara" }]);
			expect(status).toBe('success');
			const output = items('OTC DRS');
			expect(new Set(output.map(({ json }) => json.server))).toEqual(new Set(['shop', "o'hara"]));
			for (const { json, pairedItem } of output) {
				expect(json).toMatchObject({
					side: 'target',
					sql: expect.stringMatching(/^(select|show)/i),
				});
				expect(pairedItem).toEqual({ item: json.server === 'shop' ? 0 : 1 });
			}
		},
	);

	it('gives one verdict for each pair, linked to its rows', async () => {
		const rows = [...both, ...inventory('crm', 'source'), ...inventory('crm', 'target')];
		const output = (await run(EVALUATE, rows)).items('OTC DRS');
		expect(output.map(({ json }) => json.server)).toEqual(['shop', 'crm']);
		expect(output[1].pairedItem).toEqual(
			[12, 13, 14, 15, 16, 18, 19, 20, 21, 22].map((item) => ({ item })),
		);
		expect(output[0].json.verdict).not.toBe('ready');
	});

	it('makes one report with files', async () => {
		const parameters = {
			...EVALUATE,
			output: 'report',
			title: 'Fleet',
			options: { files: ['markdown', 'text'] },
		};
		const [{ json, binary }, ...more] = (await run(parameters, both)).items('OTC DRS');
		expect(more).toEqual([]);
		expect(json).toMatchObject({ title: 'Fleet', counts: { total: 1, ready: 0 } });
		for (const form of ['html', 'markdown', 'text']) expect(json[form]).toContain('shop');
		expect(Object.keys(binary!)).toEqual(['markdown', 'text']);
		expect(binary!.text.fileName).toBe('assessment.txt');
	});
});

describe('Verification without a credential', () => {
	it('goes from the inventory to the contents, and says identical only at the end', async () => {
		const first = (await run({ ...VERIFY_SQL, serverName: 'shop' })).items('OTC DRS');
		expect(first[0].json).toMatchObject({ level: 'inventory', side: 'source', server: 'shop' });
		const [open] = (await run(VERIFY, both)).items('OTC DRS');
		expect(open.json).toMatchObject({ verdict: 'cannot be compared', next: 'contents' });
		const [contents] = (
			await run({ ...VERIFY_SQL, level: 'contents', side: 'target' }, both)
		).items('OTC DRS');
		expect(contents.json).toMatchObject({ level: 'contents', side: 'target', server: 'shop' });
	});

	it('takes the level from the verdict before', async () => {
		const parameters = {
			...VERIFY_SQL,
			level: '={{ $input.first().json.check ? "contents" : "inventory" }}',
		};
		const [first] = (await run({ ...parameters, serverName: 'shop' })).items('OTC DRS');
		expect(first.json.level).toBe('inventory');
		const [second] = (await run({ ...parameters, serverName: 'any' }, both)).items('OTC DRS');
		expect(second.json.level).toBe('contents');
	});

	it('makes one report with files, and names a pair without rows', async () => {
		const parameters = {
			...VERIFY,
			output: 'report',
			title: 'Moved',
			options: { files: ['html', 'text'], servers: 'shop, crm' },
		};
		const [{ json, binary }, ...more] = (await run(parameters, both)).items('OTC DRS');
		expect(more).toEqual([]);
		expect(json).toMatchObject({
			title: 'Moved',
			counts: { total: 2, identical: 0, differs: 0, cannotBeCompared: 2 },
		});
		for (const form of ['html', 'markdown', 'text']) expect(json[form]).toContain('crm');
		expect(Object.keys(binary!)).toEqual(['html', 'text']);
		expect(binary!.html.fileName).toBe('verification.html');
		const none = (await run({ ...VERIFY, options: { servers: 'crm' } }, [{}])).items('OTC DRS');
		expect(none.map((item) => item.json)).toEqual([
			expect.objectContaining({ server: 'crm', verdict: 'cannot be compared', next: 'inventory' }),
		]);
	});

	it('lists what a task leaves behind', async () => {
		const [left] = (await run({ ...VERIFY_SQL, level: 'afterStop' }, both)).items('OTC DRS');
		expect(left.json).toMatchObject({ server: 'shop', repairs: expect.any(Array) });
	});
});

describe('bad input', () => {
	it.each<[string, INodeParameters, IDataObject[]]>([
		['Server Name: is empty', ASSESS_SQL, [{ name: '' }]],
		['Server Name: is empty', { ...VERIFY_SQL, serverName: '={{ $json.name }}' }, [{}]],
		[
			'Engine: there is no SQL for "mongodb"',
			{ ...ASSESS_SQL, databaseEngine: '={{ $json.engine }}' },
			[{ name: 'shop', engine: 'mongodb' }],
		],
		['Side: "so" is not in the list', { ...ASSESS_SQL, side: '={{ "so" }}' }, [{ name: 'shop' }]],
		['Input Items: contain no row of the statements', EVALUATE, [{}]],
		['Input Items: contain no row of the statements', VERIFY, [{ id: 1 }]],
		['Scenario: "x" is not in the list', { ...EVALUATE, scenario: '={{ "x" }}' }, both],
		[
			'Target Disk (GB): "much" is not a number',
			{ ...EVALUATE, options: { targetDisk: '={{ "much" }}' } },
			both,
		],
		['Options → Rows per Chunk: 0 is too small', { ...VERIFY, options: { chunkRows: 0 } }, both],
		[
			'Input Items: contain no inventory of the target of "shop"',
			{ ...VERIFY_SQL, level: 'contents' },
			inventory('shop', 'source'),
		],
	])('%s', async (message, parameters, items) => {
		expect((await run(parameters, items)).error?.message).toContain(message);
		const continued = await run(parameters, items, 'continueRegularOutput');
		expect(continued.items('OTC DRS')[0].json.error).toMatchObject({
			message: expect.stringContaining(message),
		});
	});
});
