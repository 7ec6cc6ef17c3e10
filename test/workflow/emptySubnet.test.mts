import { rdsInstances } from '../../simulator/data/instances.mts';
import { useCloud } from '../support/cloud.mts';
import { byId } from '../support/locators.mts';
import { CREATE, otcEngine } from '../support/otc.mts';
import { outputOf, RUN, subnetIn } from './support/placements.mts';

const { simulator, engine } = useCloud({ speed: 200 });

const fromList = (value: string) => ({ __rl: true, mode: 'list', value });
const LEFT_EMPTY = fromList('');
const UNKNOWN = byId('00000000000000000000000000000000in01');
const sent = () => simulator.journal.of('createTasks').map(({ requestBody }) => requestBody);
const ADDRESS = { targetDatabase: { ip: '10.0.1.5' } };

describe('a subnet that is left empty', () => {
	const wanted = { jobs: [{ customize_sutnet_id: rdsInstances[0].subnet_id }] };

	it.each([{}, RUN])('is that of the instance, with %j', async (parameters) => {
		const [{ error }] = await outputOf(engine, { ...parameters, subnet: LEFT_EMPTY });
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject([wanted]);
	});

	it('is that of the source for a migration out of the cloud', async () => {
		const [{ error }] = await outputOf(engine, {
			subnet: LEFT_EMPTY,
			additionalFields: { jobDirection: 'down' },
			sourceDatabase: { instId: CREATE.targetInstance },
			targetDatabase: { ip: '10.0.0.6', dbPort: 3306 },
		});
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject([wanted]);
	});

	it.each([{}, { ...RUN, ...ADDRESS }])(
		'is asked for where the project has no such instance, with %j',
		async (parameters) => {
			const places = { subnet: LEFT_EMPTY, targetInstance: UNKNOWN };
			const [{ error }] = await outputOf(engine, { ...parameters, ...places });
			expect(error).toMatchObject({
				message: `Replication Subnet: is empty, and the subnet of the DB instance ${UNKNOWN.value} is not known`,
				description: expect.stringMatching(/^Choose the subnet .* no instance with this ID/),
			});
			expect(sent()).toEqual([]);
		},
	);

	it.each([{}, { ...RUN, ...ADDRESS }])(
		'is asked for where the user may not list instances, with %j',
		async (parameters) => {
			const viewer = otcEngine(simulator.url, { userName: 'drs-viewer' });
			const [{ error }] = await outputOf(viewer, { ...parameters, subnet: LEFT_EMPTY });
			expect(error).toMatchObject({
				message: expect.stringMatching(/^Replication Subnet: is empty, and the subnet/),
				description: expect.stringMatching(
					/^Choose the subnet .* lacks a permission of RDS, such as rds:instance:list/,
				),
			});
			expect(sent()).toEqual([]);
		},
	);

	it('is the failure of its item alone', async () => {
		const targetInstance = byId('={{ $json.instance }}');
		const [bad, good] = await outputOf(engine, { subnet: LEFT_EMPTY, targetInstance }, [
			{ name: 'shop-1', instance: UNKNOWN.value },
			{ name: 'shop-2', instance: rdsInstances[0].id },
		]);
		expect(bad.error).toBeDefined();
		expect(good).toMatchObject({ name: 'shop-2', status: 'CREATING' });
	});

	it('is not sent in the flat form of the guide', async () => {
		const [{ error }] = await outputOf(engine, {
			subnet: LEFT_EMPTY,
			options: { requestFormat: 'single' },
		});
		expect(error).toBeUndefined();
		/** At the address of the list. */
		const [{ requestBody: body }] = simulator.journal.of('listTasks');
		expect(body).toMatchObject({ name: 'shop' });
		expect(body).not.toHaveProperty('customize_sutnet_id');
	});

	it('is a difference from a task in another subnet, which is returned', async () => {
		await outputOf(engine, { subnet: subnetIn('subnet-replication') });
		const [output] = await outputOf(engine, {
			subnet: LEFT_EMPTY,
			options: { ifTaskExists: 'return' },
		});
		expect(output).toMatchObject({
			already_existed: true,
			differences: [
				{
					field: 'customize_sutnet_id',
					requested: rdsInstances[0].subnet_id,
					existing: subnetIn('subnet-replication').value,
				},
			],
		});
	});

	it('is asked for between self-built databases', async () => {
		const [{ error }] = await outputOf(engine, {
			subnet: LEFT_EMPTY,
			additionalFields: { jobDirection: 'non-dbs' },
			sourceDatabase: { ip: '10.0.0.5' },
			targetDatabase: { ip: '10.0.0.6' },
		});
		expect(JSON.stringify(error)).toContain('Replication Subnet: is empty');
		expect(simulator.journal.count('createTasks')).toBe(0);
	});

	it.each([
		['its ID', byId('={{ $json.none }}')],
		['its choice', fromList('={{ $json.none }}')],
		['the field', '={{ $json.none }}'],
	])('is asked for if %s is an expression that resolves to nothing', async (_name, subnet) => {
		for (const parameters of [{}, RUN]) {
			const [{ error }] = await outputOf(engine, { ...parameters, subnet });
			expect(JSON.stringify(error)).toContain('Replication Subnet: is empty');
		}
		expect(sent()).toEqual([]);
	});
});
