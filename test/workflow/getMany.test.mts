import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { CREATE, POSTGRESQL, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

async function list(parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const run = await runNode(engine, { resource: 'task', operation: 'getMany', ...parameters });
	expect(run.error).toBeUndefined();
	return run.items('OTC DRS').map(({ json }) => json);
}

const create = async (names: string[], parameters: INodeParameters = {}) =>
	await runNode(
		engine,
		{ ...CREATE, ...parameters },
		names.map((name) => ({ name })),
	);

const namesOf = (tasks: IDataObject[]) => tasks.map(({ name }) => String(name)).sort();

describe('Get Many', () => {
	it('lists all scenarios and engines, also those that the service leaves out by default', async () => {
		await create(['shop-mysql']);
		await create(['shop-mongo'], { engineType: 'mongodb' });
		await create(['shop-pg'], { operation: 'createSync', ...POSTGRESQL });
		await create(['shop-dr'], {
			operation: 'createDisasterRecovery',
			engineType: 'cloudDataGuard-mysql',
		});
		expect(namesOf(await list())).toEqual(['shop-dr', 'shop-mongo', 'shop-mysql', 'shop-pg']);
		expect(namesOf(await list({ dbUseType: 'migration' }))).toEqual(['shop-mongo', 'shop-mysql']);
		expect(namesOf(await list({ filters: { engineType: 'postgresql' } }))).toEqual(['shop-pg']);
	});

	it('refuses a limit that is no number, before anything is sent', async () => {
		const run = await runNode(
			engine,
			{ resource: 'task', operation: 'getMany', limit: '={{ "many" }}' },
			[{}],
			'continueRegularOutput',
		);
		expect(run.items('OTC DRS')[0].json.error).toMatchObject({
			message: 'Limit: "many" is not a number',
		});
		expect(simulator.journal.entries).toEqual([]);
	});

	it('returns up to the limit, or all over several pages', async () => {
		const names = Array.from({ length: 230 }, (_, index) => `shop-${index}`);
		await create(names, { options: { batchSize: 100 } });
		expect(await list()).toHaveLength(50);
		expect(await list({ limit: 3 })).toHaveLength(3);
		expect(namesOf(await list({ returnAll: true }))).toEqual([...names].sort());
	});

	it('filters by name, status, network type, tags and enterprise project', async () => {
		await create(['shop-1', 'shop-2', 'crm-1']);
		await create(['crm-2'], {
			additionalFields: {
				netType: 'vpn',
				tags: { tag: [{ key: 'team', value: 'crm' }] },
				enterpriseProject: {
					__rl: true,
					mode: 'id',
					value: '9a1f5d3c-7e84-4a60-b1a8-3c2d6f9e0b11',
				},
			},
		});
		const only = async (filters: INodeParameters) => namesOf(await list({ filters }));
		expect(await only({ name: 'shop' })).toEqual(['shop-1', 'shop-2']);
		expect(await only({ status: 'CONFIGURATION' })).toEqual([]);
		expect(await only({ netType: 'vpn' })).toEqual(['crm-2']);
		expect(await only({ tags: { tag: [{ key: 'team', value: 'crm' }] } })).toEqual(['crm-2']);
		expect(
			await only({
				enterpriseProject: {
					__rl: true,
					mode: 'id',
					value: '9a1f5d3c-7e84-4a60-b1a8-3c2d6f9e0b11',
				},
			}),
		).toEqual(['crm-2']);
	});

	it('simplifies, or gives what the API answers', async () => {
		await create(['shop-1']);
		expect(Object.keys((await list())[0])).toHaveLength(10);
		expect((await list({ simplify: false }))[0]).toMatchObject({
			name: 'shop-1',
			billing_tag: false,
		});
	});

	it('gives nothing for a project without tasks', async () => {
		expect(await list()).toEqual([]);
	});
});
