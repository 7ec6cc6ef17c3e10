import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { setStatus } from '../../simulator/drs/lifeCycle.mts';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { createNamed, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();
let ids: string[];

beforeEach(async () => {
	ids = await createNamed(engine, ['shop-1', 'shop-2']);
	passMinutes(1);
	simulator.journal.clear();
});

const run = async (operation: string, parameters: INodeParameters, items: IDataObject[]) =>
	await runNode(
		engine,
		{
			resource: 'connection',
			operation,
			jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			...parameters,
		},
		items,
		'continueRegularOutput',
	);

const SOURCE = {
	sourceDatabase: { ip: '={{ $json.ip }}', dbPort: 3306, mongoHaMode: 'left out' },
};

describe('Connection → Test', () => {
	it('sends what the test takes, with the login of the credential, and shows no secret', async () => {
		const result = await run('test', { ...SOURCE, dbName: 'shop' }, [
			{ id: ids[0], ip: '10.0.0.5' },
		]);
		expect(result.items('OTC DRS')[0].json).toEqual({
			id: ids[0],
			status: 'success',
			success: true,
		});
		expect(simulator.journal.of('testConnections')[0].requestBody).toEqual({
			jobs: [
				{
					id: ids[0],
					end_point_type: 'so',
					net_type: 'eip',
					db_type: 'mysql',
					ip: '10.0.0.5',
					db_port: 3306,
					db_user: 'src',
					db_password: '***',
					db_name: 'shop',
					ssl_link: false,
				},
			],
		});
		expect(JSON.stringify(result.raw)).not.toContain('Src-Secret-1');
	});

	it('fails for the database that cannot be reached, with the remedy', async () => {
		const result = await run('test', SOURCE, [
			{ id: ids[0], ip: '10.0.0.13' },
			{ id: ids[1], ip: '10.0.0.5' },
		]);
		const [first, second] = result.items('OTC DRS').map(({ json }) => json);
		expect(first.error).toMatchObject({ error_code: 'DRS.KE0002', job_id: ids[0] });
		expect((first.error as IDataObject).description).toContain('Correct user and password');
		expect(second).toMatchObject({ id: ids[1], success: true });
		expect(simulator.journal.count('testConnections')).toBe(1);
	});

	it('tests both sides of a task in one run', async () => {
		const sides = {
			...SOURCE,
			endPointType: '={{ $json.side }}',
			targetDatabase: { ip: '={{ $json.ip }}' },
		};
		const result = await run('test', sides, [
			{ id: ids[0], ip: '10.0.0.5', side: 'so' },
			{ id: ids[0], ip: '10.0.0.6', side: 'ta' },
		]);
		expect(result.items('OTC DRS').map(({ json }) => json.success)).toEqual([true, true]);
		const sent = simulator.journal
			.of('testConnections')
			.map(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs[0]);
		expect(sent.map(({ end_point_type: side, ip, db_user: user }) => [side, ip, user])).toEqual([
			['so', '10.0.0.5', 'src'],
			['ta', '10.0.0.6', 'tgt'],
		]);
	});

	it('names the fields that are missing before anything is sent', async () => {
		const result = await run('test', {}, [{ id: ids[0] }]);
		expect(result.items('OTC DRS')[0].json.error).toMatchObject({
			message: 'Source Database → Host: is empty',
			description: expect.stringContaining('Source Database Login'),
		});
		expect(simulator.journal.entries).toEqual([]);
	});
});

describe('Connection → Test Cluster', () => {
	const CLUSTER = {
		...SOURCE,
		dbName: 'admin',
		sourceDatabase: { ip: '={{ $json.ip }}', sslLink: false },
	};
	const property = (): IDataObject[] => {
		const { jobs } = simulator.journal.of('testClusterConnections')[0].requestBody as {
			jobs: IDataObject[];
		};
		return JSON.parse(String(jobs[0].property)) as IDataObject[];
	};

	it('makes the JSON text of the property from the fields', async () => {
		const result = await run('testCluster', { ...CLUSTER, endPointType: 'ls' }, [
			{ id: ids[0], ip: '10.0.0.5:27017,10.0.0.6:27017' },
		]);
		expect(result.items('OTC DRS')[0].json).toMatchObject({ id: ids[0], status: 'true' });
		expect(property()).toEqual(
			['10.0.0.5:27017', '10.0.0.6:27017'].map((ip) => ({
				dbtype: 'mongodb',
				dbport: 0,
				ssllink: false,
				nettype: 'eip',
				endpointtype: 'ls',
				ip,
				dbName: 'admin',
				dbuser: 'src',
				dbpassword: '***',
			})),
		);
		expect(JSON.stringify(result.raw)).not.toContain('Src-Secret-1');
	});

	it('fails for the cluster that cannot be reached', async () => {
		const result = await run('testCluster', CLUSTER, [
			{ id: ids[0], ip: '10.0.0.13' },
			{ id: ids[1], ip: '10.0.0.5' },
		]);
		const [first, second] = result.items('OTC DRS').map(({ json }) => json);
		expect(first.error).toMatchObject({ error_code: 'DRS.KE0002', job_id: ids[0] });
		expect(second).toMatchObject({ id: ids[1], status: 'true' });
		expect(simulator.journal.count('testClusterConnections')).toBe(1);
	});

	it.each([
		[{ dbName: '={{ $json.none }}' }, 'Database Name: is empty'],
		[{ dbType: 'mysql' }, 'Port: is empty'],
	])('names what is missing: %j', async (change, message) => {
		const result = await run('testCluster', { ...CLUSTER, ...change }, [
			{ id: ids[0], ip: '10.0.0.5' },
		]);
		expect(result.items('OTC DRS')[0].json.error).toMatchObject({ message });
		expect(simulator.journal.entries).toEqual([]);
	});
});

describe('Additional Request Fields (JSON) of a change', () => {
	it('are merged into the request of the task, whose ID stays', async () => {
		await run(
			'changePassword',
			{
				endPointType: 'so',
				newPassword: 'x',
				options: { additionalRequestFields: '{"job_id":"other","end_point_type":"ta"}' },
			},
			[{ id: ids[0] }],
		);
		expect(simulator.journal.of('changePasswords')[0].requestBody).toEqual({
			jobs: [{ job_id: ids[0], db_password: '***', end_point_type: 'ta' }],
		});
	});

	it('have to be an object', async () => {
		const result = await run(
			'changePassword',
			{ newPassword: 'x', options: { additionalRequestFields: '[1]' } },
			[{ id: ids[0] }],
		);
		expect(result.items('OTC DRS')[0].json.error).toMatchObject({
			message: 'Options → Additional Request Fields (JSON): is not a JSON object',
		});
		expect(simulator.journal.entries).toEqual([]);
	});
});

describe('Connection → Change Password', () => {
	it('sends the new password and shows it nowhere', async () => {
		for (const task of simulator.tasks.all()) setStatus(task, 'STARTJOBING', Date.now());
		const result = await run(
			'changePassword',
			{ endPointType: 'ta', newPassword: '={{ $json.secret }}' },
			[{ id: ids[0], secret: 'New-Secret-1' }],
		);
		const node = result.items('OTC DRS');
		expect(node[0].json).toEqual({ id: ids[0], status: 'success', end_point_type: 'ta' });
		expect(simulator.journal.of('changePasswords')[0].requestBody).toEqual({
			jobs: [{ job_id: ids[0], db_password: '***', end_point_type: 'ta' }],
		});
	});

	it('asks for the password', async () => {
		const result = await run('changePassword', { newPassword: '={{ $json.none }}' }, [
			{ id: ids[0] },
		]);
		expect(result.items('OTC DRS')[0].json.error).toMatchObject({
			message: 'New Password: is empty',
		});
	});
});
