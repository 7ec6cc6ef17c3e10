import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { RUN } from '../support/migrationRun.mts';
import { runNode } from '../support/otc.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { router } from '../../nodes/OtcDrs/router.ts';

const { simulator, engine } = useCloud();

const migrate = async (parameters: INodeParameters, items: IDataObject[]): Promise<IDataObject[]> =>
	(await runNode(engine, { ...RUN, ...parameters }, items, 'continueRegularOutput'))
		.items('OTC DRS')
		.map(({ json }) => json);

const created = () => simulator.tasks.all().map(({ name }) => name);

describe('Migration → Run', () => {
	it('refuses SSL without a certificate before a task costs anything', async () => {
		const [output] = await migrate(
			{ sourceDatabase: { ip: '10.0.0.5', dbPort: 3306, sslLink: true } },
			[{ name: 'shop' }],
		);
		expect(output.error).toMatchObject({
			message: expect.stringContaining('Source Database → SSL Certificate: is empty'),
		});
		expect(created()).toEqual([]);
	});

	it('names missing fields before anything is sent', async () => {
		const [output] = await migrate(
			{
				sourceDatabase: {},
				targetDatabase: { authentication: 'defineBelow', ip: '10.0.1.5' },
			},
			[{ name: 'shop-1' }],
		);
		expect(output.error).toMatchObject({
			message:
				'Source Database → Host: is empty; Target Database → User: is empty; Target Database → Password: is empty',
			job_name: 'shop-1',
		});
		expect(simulator.journal.entries).toEqual([]);
	});

	it('fails only the item whose plan ID cannot be read', async () => {
		const items = [{ name: 'good' }, { name: 'bad', id: ['x'] }];
		const output = await migrate(
			{ options: { stopAfter: 'create', planId: '={{ $json.id ?? $json.none }}' } },
			items,
		);
		expect(output.map(({ error }) => (error as IDataObject)?.message)).toEqual([
			expect.stringContaining('Options → Only as Planned: is empty'),
			expect.stringContaining('Options → Only as Planned: the list "x" is not text'),
		]);
	});

	it('says that a task was deleted, and does not report success', async () => {
		await migrate({ options: { stopAfter: 'create' } }, [{ name: 'shop' }]);
		simulator.tasks.all()[0].status = 'DELETED';
		const [output] = await migrate({}, [{ name: 'shop' }]);
		expect(output.error).toMatchObject({
			message: expect.stringContaining('was deleted, and its name is still taken'),
		});
	});
});

describe('a database credential', () => {
	const login = (values: IDataObject) =>
		fakeContext({
			parameters: {
				...RUN,
				name: 'shop',
				sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
				options: { maxAttempts: 1 },
			},
			items: [{}],
			continueOnFail: true,
			credentials: {
				otcDrsSourceDatabaseApi: { user: 'src', password: 'Src-Secret-1', ...values },
			},
			answer: () => ({ statusCode: 200, body: { jobs: [], results: [] } }),
		});

	it.each([
		[{ sslLink: 'maybe' }, 'SSL: "maybe" is neither yes nor no'],
		[{ password: 'Src-Secret-1\n' }, 'Password: '],
		[{ user: ['src'] }, 'User: the list "src" is not text'],
	])('is read like a field: %j', async (values, message) => {
		const fake = login(values);
		const [output] = await router(fake.context);
		const error = output[0].json.error as IDataObject;
		expect(error.message).toContain(`OTC DRS Source Database API → ${message}`);
		expect(JSON.stringify(error)).not.toContain('Src-Secret-1');
		expect(fake.sent).toEqual([]);
	});

	it('takes a yes in words for SSL', async () => {
		const [output] = await router(login({ sslLink: 'yes' }).context);
		expect((output[0].json.error as IDataObject).message).toContain('SSL Certificate: is empty');
	});
});
