import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { CREATE, runNode } from '../support/otc.mts';

const COUNT = 30;
const OPTIONS = { batchSize: 2, maxRetryWait: 0 };

const { simulator, engine } = useCloud();

const names = Array.from({ length: COUNT }, (_, index) => ({ name: `shop-${index}` }));

async function create(): Promise<string[]> {
	const run = await runNode(engine, { ...CREATE, options: OPTIONS }, names);
	expect(run.error).toBeUndefined();
	return run.items('OTC DRS').map(({ json }) => String(json.id));
}

async function work(
	resource: string,
	operation: string,
	ids: string[],
	more: INodeParameters = {},
): Promise<IDataObject[]> {
	const run = await runNode(
		engine,
		{
			resource,
			operation,
			jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options: OPTIONS,
			...more,
		},
		ids.map((id) => ({ id })),
		'continueRegularOutput',
	);
	const output = run.items('OTC DRS');
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	return output.map(({ json }) => json);
}

/** The whole life of tasks, and what each step has to say about every one of them. */
const LIFE: Array<[string, string, string, INodeParameters?]> = [
	['task', 'update', 'id', { updateFields: { description: 'busy' } }],
	['configuration', 'setDefiner', 'id'],
	[
		'configuration',
		'updateParameters',
		'job_id',
		{ parameters: { parameter: [{ key: 'max_connections', targetValue: '90' }] } },
	],
	['precheck', 'run', 'id'],
	['precheck', 'getResult', 'precheck_id'],
	['task', 'start', 'id'],
	['task', 'getStatus', 'id'],
	['task', 'get', 'id'],
	['task', 'getProgress', 'job_id'],
	['task', 'pause', 'id'],
	['task', 'resume', 'id'],
	['task', 'stop', 'id'],
	['task', 'delete', 'id'],
];

/** @param mayFail whether a step may end with an explained failure of a task instead of its result */
async function live(mayFail = false): Promise<void> {
	const ids = await create();
	expect(new Set(ids).size).toBe(COUNT);
	passMinutes(1);
	for (const [resource, operation, idField, more] of LIFE) {
		const results = await work(resource, operation, ids, more);
		const failures = results.filter(({ error }) => error !== undefined);
		if (!mayFail) expect([operation, failures]).toEqual([operation, []]);
		const found = results.map((result) =>
			result.error ? (result.error as IDataObject).job_id : result[idField],
		);
		expect([operation, found]).toEqual([operation, ids]);
		passMinutes(1);
	}
	expect(simulator.tasks.all()).toEqual([]);
}

describe.each([
	'tooManyRequests',
	'tooFrequent',
	'busy',
	'serverError',
	'dropBefore',
	'dropAfter',
] as const)('with one in seven calls: %s', (kind) => {
	it('every task lives its life without a failure, and none exists twice', async () => {
		simulator.faults.add({ service: 'drs', kind, every: 7 });
		await live();
	});
});

describe.each(['missingResult', 'duplicateResult'] as const)(
	'with one in three answers: %s',
	(kind) => {
		it('every result or explained failure is on its own item', async () => {
			simulator.faults.add({ service: 'drs', kind, every: 3 });
			await live(kind === 'missingResult');
		});
	},
);
