import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../../../../../nodes/OtcDrs/form.ts';
import { startRun } from '../../../../../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../../../../../nodes/OtcDrs/resources/index.ts';
import examples from '../../../../../fixtures/createExamples.json' with { type: 'json' };
import { EVERY_FIELD, EVERY_FIELD_SENT } from './everyField.mts';
import { fakeContext, type SentRequest } from '../../../../../support/fakeContext.mts';

const BASE: INodeParameters = {
	resource: 'task',
	operation: 'createMigration',
	name: 'shop-db',
	subnet: { __rl: true, mode: 'id', value: '352ad828-3467-4f03-987a-c55a5a9dd417' },
	targetInstance: { __rl: true, mode: 'id', value: 'e05a3679efe241d8b5dee80b17c1a863in01' },
};

const accept = (request: SentRequest) => {
	const jobs = (request.body?.jobs ?? [request.body]) as IDataObject[];
	const results = jobs.map(({ name }, index) => ({ id: `id-${index}`, name, status: 'CREATING' }));
	return { statusCode: 202, body: { results, count: results.length } };
};

async function send(parameters: INodeParameters, items?: IDataObject[]) {
	const fake = fakeContext({ parameters: { ...BASE, ...parameters }, items, answer: accept });
	const operation = findOperation('task', String(parameters.operation ?? 'createMigration'));
	const output = await operation!.execute(await startRun(fake.context, FORM));
	return { ...fake, output, job: (fake.sent[0].body?.jobs as IDataObject[])?.[0] };
}

describe('the request of a creation', () => {
	it.each(examples.map((example) => [example.title, example] as const))(
		'makes the printed example from UI fields, key by key: %s',
		async (_title, { operation, parameters, body }) => {
			const plain: INodeParameters = {
				resource: 'task',
				operation,
				...(parameters as unknown as INodeParameters),
			};
			const fake = fakeContext({ parameters: plain, answer: accept });
			await findOperation('task', operation)!.execute(await startRun(fake.context, FORM));
			expect(fake.sent).toHaveLength(1);
			expect(fake.sent[0].body).toEqual(body);
		},
	);

	it('sends nothing that was not set', async () => {
		const { job } = await send({});
		expect(Object.keys(job).sort()).toEqual(
			[
				'bind_eip',
				'customize_sutnet_id',
				'db_use_type',
				'engine_type',
				'job_direction',
				'name',
				'net_type',
				'node_type',
				'source_endpoint',
				'target_endpoint',
				'task_type',
			].sort(),
		);
	});

	it('sends every field of the reference', async () => {
		const { job } = await send(EVERY_FIELD);
		expect(job).toEqual(EVERY_FIELD_SENT);
	});

	it.each([
		['createSync', 'mysql-to-taurus', 'mysql', 'taurus'],
		['createSync', 'postgresql', 'postgresql', 'postgresql'],
		['createDisasterRecovery', 'cloudDataGuard-mysql', 'mysql', 'mysql'],
		['createMigration', 'mongodb', 'mongodb', 'mongodb'],
	])(
		'%s with engine %s has database types %s and %s',
		async (operation, engineType, source, target) => {
			const { job } = await send({ operation, engineType });
			expect([job.source_endpoint, job.target_endpoint]).toEqual([
				{ db_type: source },
				expect.objectContaining({ db_type: target }),
			]);
		},
	);

	it('puts instance and region on the source side when the data leaves the cloud', async () => {
		const { job } = await send({
			additionalFields: { jobDirection: 'down' },
			sourceDatabase: {
				instId: { __rl: true, mode: 'list', value: '64e8d7a31afa476ca85609a17af83765in01' },
				authentication: 'none',
			},
		});
		expect(job.source_endpoint).toEqual({
			db_type: 'mysql',
			region: 'eu-de',
			inst_id: '64e8d7a31afa476ca85609a17af83765in01',
		});
		expect(job.target_endpoint).toEqual({ db_type: 'mysql' });
	});

	it('names neither instance nor region between self-built databases', async () => {
		const { job } = await send({
			additionalFields: { jobDirection: 'non-dbs' },
			sourceDatabase: { authentication: 'none', ip: '10.0.0.5' },
		});
		expect(job.source_endpoint).toEqual({ db_type: 'mysql', ip: '10.0.0.5' });
		expect(job.target_endpoint).toEqual({ db_type: 'mysql' });
	});

	it('merges the additional request fields level by level', async () => {
		const { job } = await send({
			additionalFields: {
				additionalRequestFields: '{ "target_endpoint": { "inst_name": "x" }, "new_field": [1] }',
			},
		});
		expect(job).toMatchObject({
			target_endpoint: { db_type: 'mysql', inst_name: 'x' },
			new_field: [1],
		});
	});

	it('matches the answer by the name that was sent, also one from the additional request fields', async () => {
		const { job, output } = await send({
			additionalFields: { additionalRequestFields: '{ "name": "another-name" }' },
		});
		expect(job.name).toBe('another-name');
		expect(output[0].json).toMatchObject({ name: 'another-name', status: 'CREATING' });
	});

	it('sends an engine that the reference does not name, and says so', async () => {
		const { job, hints } = await send({
			engineType: 'other',
			otherEngineType: 'oracle-to-gaussdbv5',
			targetDatabase: { dbType: 'other', otherDbType: 'gaussdbv5' },
		});
		expect(job).toMatchObject({
			engine_type: 'oracle-to-gaussdbv5',
			target_endpoint: { db_type: 'gaussdbv5' },
		});
		expect(JSON.stringify(hints)).toContain('oracle-to-gaussdbv5');
	});

	it('takes each value from its own item and reads what is no expression once', async () => {
		const items = Array.from({ length: 25 }, (_, index) => ({ db: `shop-${index}` }));
		const { sent, output, reads } = await send({ name: '={{ $json.db }}' }, items);
		expect(sent.map(({ body }) => (body?.jobs as IDataObject[]).length)).toEqual([10, 10, 5]);
		expect(output.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual(
			items.map(({ db }, item) => [db, { item }]),
		);
		expect(reads.get('name')).toBe(25);
		expect(reads.get('subnet')).toBe(1);
		expect(reads.get('additionalFields')).toBe(1);
	});
});
