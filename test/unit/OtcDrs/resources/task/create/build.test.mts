import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../../../../../nodes/OtcDrs/form.ts';
import { startRun } from '../../../../../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../../../../../nodes/OtcDrs/resources/index.ts';
import examples from '../../../../../fixtures/createExamples.json' with { type: 'json' };
import { FIRST } from '../../../../shared/values/certificates.mts';
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
		const endpoint = {
			azCode: 'eu-de-01',
			region: 'eu-nl',
			instName: 'rds-shop',
			projectId: '054ba152d480d55b2f5dc0069e7ddef0',
			vpc: { __rl: true, mode: 'id', value: '0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4' },
			subnet: { __rl: true, mode: 'id', value: 'f857d371-2f03-4622-85f6-2b7d42d0d82c' },
			securityGroup: { __rl: true, mode: 'id', value: 'd90c971b-4b9d-402c-9c59-5c239389b8dd' },
			ip: '192.168.0.27',
			dbPort: 27017,
			dbType: 'mongodb',
			mongoHaMode: 'ReplicaSet',
			clusterMode: 'Sharding4.0+',
			sslLink: true,
			sslCertName: 'ca.p12',
			sslCert: FIRST,
			sslCertPassword: 'p12-password',
		};
		const { job } = await send({
			engineType: 'mongodb',
			sourceDatabase: {
				...endpoint,
				authentication: 'defineBelow',
				user: 'root',
				password: 'root-password',
				instId: { __rl: true, mode: 'id', value: '3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02' },
			},
			targetDatabase: { ...endpoint, authentication: 'credential' },
			additionalFields: {
				jobDirection: 'up',
				netType: 'vpn',
				taskType: 'FULL_TRANS',
				description: 'shop',
				enterpriseProject: { __rl: true, mode: 'id', value: '0' },
				expiredDays: 20,
				isTargetReadonly: true,
				masterAz: 'eu-de-01',
				multiWrite: false,
				nodeNum: 3,
				nodeType: 'high',
				slaveAz: 'eu-de-02',
				tags: { tag: [{ key: 'team', value: 'shop' }] },
			},
		});
		const common = {
			db_type: 'mongodb',
			az_code: 'eu-de-01',
			region: 'eu-nl',
			inst_name: 'rds-shop',
			project_id: '054ba152d480d55b2f5dc0069e7ddef0',
			vpc_id: '0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4',
			subnet_id: 'f857d371-2f03-4622-85f6-2b7d42d0d82c',
			security_group_id: 'd90c971b-4b9d-402c-9c59-5c239389b8dd',
			ip: '192.168.0.27',
			db_port: 27017,
			mongo_ha_mode: 'ReplicaSet',
			cluster_mode: 'Sharding4.0+',
			ssl_link: true,
			ssl_cert_name: 'ca.p12',
			ssl_cert_key: Buffer.from(FIRST).toString('base64'),
			ssl_cert_check_sum: '3a2f2339bdf15b3249721db913dda5e5cf36d7e50d5fdab2b39e5af54dd35561',
			ssl_cert_password: 'p12-password',
		};
		expect(job).toEqual({
			name: 'shop-db',
			db_use_type: 'migration',
			engine_type: 'mongodb',
			job_direction: 'up',
			net_type: 'vpn',
			node_type: 'high',
			task_type: 'FULL_TRANS',
			customize_sutnet_id: '352ad828-3467-4f03-987a-c55a5a9dd417',
			is_target_readonly: true,
			multi_write: false,
			node_num: 3,
			description: 'shop',
			expired_days: '20',
			master_az: 'eu-de-01',
			slave_az: 'eu-de-02',
			tags: [{ key: 'team', value: 'shop' }],
			sys_tags: [{ key: '_sys_enterprise_project_id', value: '0' }],
			source_endpoint: {
				...common,
				inst_id: '3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02',
				db_user: 'root',
				db_password: 'root-password',
			},
			target_endpoint: {
				...common,
				inst_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
				db_user: 'target-user',
				db_password: 'target-secret',
			},
		});
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
