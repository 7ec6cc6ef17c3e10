import type { ICredentialDataDecryptedObject, INodeParameters, INodeType } from 'n8n-workflow';
import { OtcDrs } from '../../nodes/OtcDrs/OtcDrs.node.ts';
import { useCloud } from '../support/cloud.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

const { simulator } = useCloud({ speed: 1000 });

const JOB_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
const ITEMS = [
	{ id: 'aaa', when: '2027-01-01' },
	{ id: 'bbb', when: 'not a date' },
];

/** An expression that fails for the second item. */
const bad = (good: string) =>
	`={{ $json.when === 'not a date' ? $json.when.toDateTime() : ${good} }}`;

const BAD_ITEM = { message: expect.stringContaining('cannot convert') };

/** n8n cannot decrypt the credential of the source, for instance after its key was changed. */
class Undecryptable extends OtcDrs {
	override async execute(this: Parameters<OtcDrs['execute']> extends [] ? never : never) {
		const context = this as unknown as {
			getCredentials(type: string): Promise<ICredentialDataDecryptedObject>;
		};
		const read = context.getCredentials.bind(context);
		context.getCredentials = async (type) => {
			if (type.includes('Source')) throw new Error('Credentials could not be decrypted');
			return await read(type);
		};
		return await OtcDrs.prototype.execute.call(this);
	}
}

const OPERATIONS: Array<[string, INodeParameters]> = [
	[
		'a change',
		{ resource: 'task', operation: 'start', jobId: JOB_ID, startTime: bad('$json.when') },
	],
	['a query', { resource: 'task', operation: 'getStatus', jobId: bad('$json.id') }],
	[
		'a query that is shown in two ways',
		{ resource: 'task', operation: 'get', jobId: JOB_ID, simplify: bad('true') },
	],
	['a list', { resource: 'task', operation: 'getMany', filters: { name: bad('$json.id') } }],
	[
		'metrics',
		{ resource: 'task', operation: 'getMetrics', jobId: JOB_ID, aggregation: bad('"max"') },
	],
	[
		'a single call',
		{ resource: 'switchover', operation: 'switchVip', jobId: JOB_ID, mode: bad('"target"') },
	],
	[
		'a single query',
		{
			resource: 'configuration',
			operation: 'getParameters',
			jobId: JOB_ID,
			onlyDifferences: bad('true'),
		},
	],
	[
		'the choice of a login',
		{
			resource: 'task',
			operation: 'update',
			jobId: JOB_ID,
			updateFields: { description: 'new' },
			sourceDatabase: { authentication: bad('"none"') },
		},
	],
	[
		'what comes before a change',
		{
			resource: 'task',
			operation: 'delete',
			jobId: JOB_ID,
			stopFirst: true,
			stopTimeout: bad('1'),
		},
	],
];

describe.each(OPERATIONS)('an expression that fails for one item, in %s', (_name, parameters) => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'is the failure of that item alone, with %s',
		async (onError) => {
			const engine = otcEngine(simulator.url);
			const run = await runNode(engine, parameters, ITEMS, onError);
			expect(run.error).toBeUndefined();
			const failures = run
				.items('OTC DRS', onError === 'continueErrorOutput' ? 1 : 0)
				.filter(({ json }) => json.error);
			const own = failures.filter(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":1}');
			expect(own.map(({ json }) => json.error)).toEqual([expect.objectContaining(BAD_ITEM)]);
			for (const { json } of failures.filter((item) => !own.includes(item)))
				expect(json.error).not.toEqual(expect.objectContaining(BAD_ITEM));
			expect(simulator.journal.entries.length).toBeGreaterThan(0);
		},
	);

	it('names the item when the node stops, and sends nothing', async () => {
		const run = await runNode(otcEngine(simulator.url), parameters, ITEMS);
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/cannot convert.* \[item 1\]$/),
			context: { itemIndex: 1 },
		});
		expect(simulator.journal.entries).toEqual([]);
	});
});

describe('a credential that cannot be read', () => {
	const engine = () =>
		otcEngine(simulator.url, {}, { 'n8n-nodes-otc-drs.otcDrs': new Undecryptable() as INodeType });
	const parameters = { ...CREATE, sourceDatabase: { authentication: 'credential' } };
	const names = [{ name: 'shop-1' }, { name: 'shop-2' }];

	it.each([
		['continueRegularOutput', 0],
		['continueErrorOutput', 1],
	] as const)('is the failure of every item, with %s', async (onError, output) => {
		const run = await runNode(engine(), parameters, names, onError);
		expect(
			run.items('OTC DRS', output).map(({ json, pairedItem }) => [json.error, pairedItem]),
		).toEqual(
			names.map((_, item) => [{ message: 'Credentials could not be decrypted' }, { item }]),
		);
		expect(run.items('OTC DRS', 1 - output)).toEqual([]);
		expect(simulator.tasks.all()).toEqual([]);
	});

	it('stops the node when it is set to', async () => {
		const run = await runNode(engine(), parameters, names);
		expect(run.error?.message).toBe('Credentials could not be decrypted');
	});
});

describe('an operation that this version does not have', () => {
	it('is the failure of every item', async () => {
		const run = await runNode(
			otcEngine(simulator.url),
			{ resource: 'task', operation: 'rename' },
			ITEMS,
			'continueRegularOutput',
		);
		expect(run.items('OTC DRS').map(({ json }) => json.error)).toEqual(
			ITEMS.map(() =>
				expect.objectContaining({ message: 'Operation: "rename" is not in the list' }),
			),
		);
	});
});
