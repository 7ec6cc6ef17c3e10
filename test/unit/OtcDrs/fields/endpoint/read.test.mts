import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { router } from '../../../../../nodes/OtcDrs/router.ts';
import { agree } from '../../../../fieldCoverage/fields.mts';
import { fakeContext } from '../../../../support/fakeContext.mts';
import { CREATE } from '../../../../support/otc.mts';

/** @returns the source as a creation sends it, with the login of a credential */
async function sourceOf(
	credential: IDataObject,
	parameters: INodeParameters,
	engineType = 'mysql',
) {
	const fake = fakeContext({
		parameters: {
			...CREATE,
			engineType,
			name: 'shop-db',
			sourceDatabase: { authentication: 'credential', ...parameters },
		},
		credentials: { otcDrsSourceDatabaseApi: credential },
		answer: agree,
	});
	await router(fake.context);
	return (fake.sent[0].body?.jobs as IDataObject[])[0].source_endpoint;
}

it.each([
	['mysql', { host: '10.0.0.9', port: 3307 }, {}, { ip: '10.0.0.9', db_port: 3307 }],
	['mysql', { host: ' 10.0.0.9 ', port: 0 }, {}, { ip: '10.0.0.9', db_port: 3306 }],
	[
		'mysql',
		{ host: '10.0.0.9', port: 3307 },
		{ ip: '10.0.0.8' },
		{ ip: '10.0.0.8', db_port: 3307 },
	],
	['mysql', { host: '10.0.0.9', port: 0 }, { dbPort: 3308 }, { ip: '10.0.0.9', db_port: 3308 }],
])(
	'%s: the address of the credential %j, with %j in the node, is %j',
	async (engine, credential, parameters, sent) => {
		expect(await sourceOf(credential, parameters, engine)).toMatchObject(sent);
	},
);

it.each([
	[[{ authentication: 'credential' }, null]],
	[[null, { authentication: 'credential' }]],
	[[null, null]],
])('reads the credential for %j item by item, whatever the others say', async (databases) => {
	const fake = fakeContext({
		parameters: { ...CREATE, name: '={{ $json.name }}', sourceDatabase: '={{ $json.database }}' },
		items: databases.map((database, index) => ({ name: `shop-${index}`, database })),
		credentials: { otcDrsSourceDatabaseApi: { host: '10.0.0.9', user: 'reader', password: 'x' } },
		continueOnFail: true,
		answer: agree,
	});
	await router(fake.context);
	const jobs = fake.sent[0].body?.jobs as IDataObject[];
	expect(jobs.map(({ source_endpoint: source }) => (source as IDataObject)?.ip)).toEqual([
		'10.0.0.9',
		'10.0.0.9',
	]);
});

it('takes the addresses of a MongoDB cluster without a port of their own', async () => {
	const source = await sourceOf({ host: '10.0.0.5:27017,10.0.0.6:27017', port: 0 }, {}, 'mongodb');
	expect(source).toMatchObject({ ip: '10.0.0.5:27017,10.0.0.6:27017' });
	expect(source).not.toHaveProperty('db_port');
});

it('lets the node override user and password', async () => {
	expect(await sourceOf({}, { user: 'other' })).toMatchObject({
		db_user: 'other',
		db_password: 'source-secret',
	});
});
