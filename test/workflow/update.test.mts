import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { CREATE, createNamed, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();
let id: string;

beforeEach(async () => {
	[id] = await createNamed(engine, ['shop-1']);
	passMinutes(1);
});

async function update(parameters: INodeParameters): Promise<IDataObject> {
	const run = await runNode(
		engine,
		{
			resource: 'task',
			operation: 'update',
			jobId: { __rl: true, mode: 'id', value: id },
			...parameters,
		},
		[{}],
		'continueRegularOutput',
	);
	return run.items('OTC DRS')[0].json;
}

const sent = () =>
	(simulator.journal.of('modifyTasks')[0].requestBody as { jobs: IDataObject[] }).jobs[0];

describe('Task → Update', () => {
	it('saves the logins of both databases after the connection tests', async () => {
		const output = await update({
			storeDbInfo: true,
			updateFields: { engineType: 'mysql', netType: 'eip', nodeType: 'high', replaceDefiner: true },
			sourceDatabase: { authentication: 'credential', ip: '10.0.0.5', dbPort: 3306 },
			targetDatabase: { authentication: 'credential' },
		});
		expect(output).toEqual({ id, status: 'success' });
		expect(sent()).toEqual({
			job_id: id,
			engine_type: 'mysql',
			net_type: 'eip',
			node_type: 'high',
			replace_definer: true,
			store_db_info: true,
			source_endpoint: {
				db_type: 'mysql',
				ip: '10.0.0.5',
				db_port: 3306,
				db_user: 'src',
				db_password: '***',
				ssl_link: false,
			},
			target_endpoint: { db_type: 'mysql', db_user: 'tgt', db_password: '***', ssl_link: false },
		});
	});

	it('sends every other field', async () => {
		const output = await update({
			updateFields: {
				name: 'shop-2',
				description: 'new',
				taskType: 'FULL_TRANS',
				nodeType: 'high',
				engineType: 'mysql',
				netType: 'vpn',
				jobDirection: 'up',
				dbUseType: 'migration',
				isTargetReadonly: false,
				isRecreate: false,
				replaceDefiner: true,
				tags: { tag: [{ key: 'team', value: 'shop' }] },
				alarm: {
					settings: {
						delayTime: 60,
						rpoDelay: 61,
						rtoDelay: 62,
						alarmToUser: true,
						emails: 'dba@example.com, ops@example.com',
						phones: '+4915112345678',
					},
				},
			},
		});
		expect(output).toEqual({ id, status: 'success' });
		expect(sent()).toEqual({
			job_id: id,
			name: 'shop-2',
			description: 'new',
			task_type: 'FULL_TRANS',
			node_type: 'high',
			engine_type: 'mysql',
			net_type: 'vpn',
			job_direction: 'up',
			db_use_type: 'migration',
			is_target_readonly: false,
			is_recreate: false,
			replace_definer: true,
			tags: [{ key: 'team', value: 'shop' }],
			alarm_notify: {
				delay_time: 60,
				rpo_delay: 61,
				rto_delay: 62,
				alarm_to_user: true,
				subscriptions: [
					{ protocol: 'email', endpoints: ['dba@example.com', 'ops@example.com'] },
					{ protocol: 'sms', endpoints: ['+4915112345678'] },
				],
			},
		});
	});

	it.each<[INodeParameters, string]>([
		[{}, 'Update Fields: nothing to change'],
		[{ updateFields: { name: 'abc' } }, 'Task Name: "abc" has 3 characters'],
		[{ updateFields: { description: 'a < b' } }, 'Description: contains <'],
		[
			{ updateFields: { alarm: { settings: { delayTime: 4000 } } } },
			'Update Fields → Notification → Delay Threshold (Seconds): 4000 is too large',
		],
		[{ sourceDatabase: { dbPort: 0 } }, 'Source Database → Port: 0 is not a port'],
	])('refuses %p before anything is sent', async (parameters, message) => {
		expect((await update(parameters)).error).toMatchObject({ message });
		expect(simulator.journal.count('modifyTasks')).toBe(0);
	});

	it('says that the new name is taken', async () => {
		await runNode(engine, CREATE, [{ name: 'shop-2' }]);
		expect((await update({ updateFields: { name: 'SHOP-2' } })).error).toMatchObject({
			error_code: 'DRS.M00277',
			job_id: id,
		});
	});
});
