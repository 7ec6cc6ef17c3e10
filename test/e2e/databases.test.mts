import { putCredential } from '../../demo/lib/credentials.mts';
import { findPort } from '../../demo/lib/ports.mts';
import type { DatabaseServer } from '../databases/support/database.mts';
import { startMariadb } from '../databases/support/mariadb.mts';
import { startPostgres } from '../databases/support/postgres.mts';
import { importWithSettings } from './support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { runByHand } from './support/runByHand.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

const PATIENCE = 240_000;
const PASSWORD = 'reads-only';

let stack: Stack;
let sink: HttpSink;
let mysql: [DatabaseServer, DatabaseServer];
let postgres: [DatabaseServer, DatabaseServer];

/** Every server that was started, so that each is ended whatever fails. */
const servers: DatabaseServer[] = [];

async function keep(starting: Promise<DatabaseServer>): Promise<DatabaseServer> {
	const server = await starting;
	servers.push(server);
	return server;
}

const MYSQL_TABLES = [
	'create table orders (id int primary key auto_increment, name varchar(40), price decimal(10,2))',
	"insert into orders (name,price) select concat('order ',seq),seq/7 from seq_1_to_3000",
	'create table notes (n int, t text)',
	"insert into notes values (1,'a'),(1,'a')",
	'create table empty_one (a int, b varchar(9), primary key (a,b))',
];

const POSTGRES_TABLES = [
	'create table orders (id serial primary key, name text, price numeric(10,2))',
	"insert into orders (name,price) select 'order '||n,n/7.0 from generate_series(1,3000) n",
	'create table notes (n int, t text)',
	"insert into notes values (1,'a'),(1,'a')",
	'grant select on all tables in schema public to reader',
	'grant select on all sequences in schema public to reader',
];

/** Database nodes take host and port from the item, so that one login serves all servers of a kind. */
async function putDatabaseCredentials(): Promise<void> {
	const login = { host: '={{ $json.host }}', port: '={{ $json.port }}', user: 'reader' };
	for (const side of ['Source', 'Target']) {
		await putCredential(stack.demo.api, {
			name: `${side} MySQL`,
			type: 'mySql',
			data: { ...login, password: PASSWORD, database: 'information_schema' },
		});
		await putCredential(stack.demo.api, {
			name: `${side} PostgreSQL`,
			type: 'postgres',
			data: { ...login, password: PASSWORD, database: '={{ $json.database }}', ssl: 'disable' },
		});
	}
}

beforeAll(async () => {
	sink = await startHttpSink();
	mysql = [await keep(startMariadb()), await keep(startMariadb({ 'default-time-zone': '+05:30' }))];
	postgres = [await keep(startPostgres()), await keep(startPostgres({ timezone: 'Asia/Kolkata' }))];
	for (const server of mysql) {
		await server.run([
			'create database shop character set utf8mb4',
			`create user reader@'%' identified by '${PASSWORD}'`,
			"grant select on shop.* to reader@'%'",
		]);
		await server.run(MYSQL_TABLES, 'shop');
	}
	for (const server of postgres) {
		await server.run(['create role reader login', 'create database crm']);
		await server.run(POSTGRES_TABLES, 'crm');
	}
	stack = await startStack();
	await putDatabaseCredentials();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await Promise.all(servers.map(async (server) => await server.close()));
	await sink?.close();
}, 60_000);

beforeEach(() => {
	stack.demo.inbox.entries.clear();
	sink.bodies.length = 0;
});

const mails = () => stack.demo.inbox.entries.mails();

/** The two addresses of a pair. */
const addressesOf = ([source, target]: Array<{ port: number }>) => ({
	...{ sourceHost: '127.0.0.1', sourcePort: source.port },
	...{ targetHost: '127.0.0.1', targetPort: target.port },
});

async function verify(engine: 'mysql' | 'postgresql', addresses: object) {
	const workflow = await importWithSettings(stack.demo.api, 'verify-after-the-migration', {
		...{ name: 'moved', engine, database: engine === 'mysql' ? 'shop' : 'crm' },
		...{ taskId: `task-${engine}`, cutOverUrl: `${sink.url}/cut-over` },
		...addresses,
	});
	const run = await runByHand(stack.demo.api, workflow.id, 'Verify Now', PATIENCE);
	expect([run.status, run.message]).toEqual(['success', undefined]);
	expect(mails()).toHaveLength(1);
	const [{ subject, html }] = mails();
	const [{ databases }] = run.outputs.Verdict as Array<{ databases: unknown[] }>;
	return { subject, html: String(html), databases };
}

describe("workflows on n8n's own MySQL and Postgres nodes, against real servers", () => {
	it(
		'Assess a Fleet: one mail on all databases, those that cannot be reached included',
		async () => {
			const closed = { port: await findPort(0) };
			const databases = [
				{ name: 'shop', engine: 'mysql', database: 'shop', ...addressesOf(mysql) },
				{ name: 'crm', engine: 'postgresql', database: 'crm', ...addressesOf(postgres) },
				{ name: 'gone', engine: 'mysql', database: 'x', ...addressesOf([closed, closed]) },
				{ name: 'lost', engine: 'postgresql', database: 'x', ...addressesOf([closed, closed]) },
				{ name: 'half', engine: 'mysql', database: 'shop', ...addressesOf([mysql[0], closed]) },
				{ name: 'papers', engine: 'mongodb', database: 'x', ...addressesOf([closed, closed]) },
			];
			const workflow = await importWithSettings(stack.demo.api, 'assess-a-fleet', { databases });
			const run = await runByHand(stack.demo.api, workflow.id, 'Assess Now', PATIENCE);
			expect([run.status, run.message]).toEqual(['success', undefined]);
			const [{ databases: results }] = run.outputs.Evaluate as Array<{
				databases: Array<{
					server: string;
					engine: string | null;
					verdict: string;
					findings: Array<{ item: string }>;
				}>;
			}>;
			expect(results.map(({ server, engine, verdict }) => [server, engine, verdict])).toEqual([
				['shop', 'mysql', 'needs work'],
				['crm', 'postgresql', 'needs work'],
				['half', 'mysql', 'needs work'],
				['gone', null, 'cannot tell'],
				['lost', null, 'cannot tell'],
				['papers', null, 'cannot tell'],
			]);
			const itemsOf = (index: number) => results[index].findings.map(({ item }) => item);
			expect(itemsOf(0)).toEqual(
				expect.arrayContaining([
					'srcDbBinlogIsOff',
					'timeZoneConsistency',
					'tableWithoutPrimaryKey',
				]),
			);
			expect(itemsOf(1)).toContain('walLevel');
			expect(mails()).toHaveLength(1);
			expect(mails()[0].subject).toBe('Assessment: 0 of 6 databases are ready');
			for (const { name } of databases) expect(mails()[0].html).toContain(name);
		},
		PATIENCE + 60_000,
	);

	it.each(['mysql', 'postgresql'] as const)(
		'Verify After the Migration: equal copies of %s open the gate',
		async (engine) => {
			const pair = engine === 'mysql' ? mysql : postgres;
			const { subject, html, databases } = await verify(engine, addressesOf(pair));
			expect(databases).toEqual([
				expect.objectContaining({ verdict: 'identical', next: null, differences: [] }),
			]);
			expect(subject).toBe('Identical: Verification of moved');
			expect(html).toContain('1 database: 1 identical');
			expect(sink.bodies).toEqual([{ taskId: `task-${engine}` }]);
		},
		PATIENCE + 60_000,
	);

	it.each(['mysql', 'postgresql'] as const)(
		'Verify After the Migration: one changed row of %s is named by its key and keeps the gate closed',
		async (engine) => {
			const pair = engine === 'mysql' ? mysql : postgres;
			const database = engine === 'mysql' ? 'shop' : 'crm';
			await pair[1].run(["update orders set name='' where id=2042"], database);
			const { subject, html, databases } = await verify(engine, addressesOf(pair));
			expect(databases).toEqual([
				expect.objectContaining({
					verdict: 'differs',
					next: null,
					differences: [
						expect.objectContaining({ kind: 'contents', keys: [{ key: ['2042'], where: 'both' }] }),
					],
				}),
			]);
			expect(subject).toBe('Not identical: Verification of moved');
			expect(html).toContain('(2042) different');
			expect(sink.bodies).toEqual([]);
		},
		PATIENCE + 60_000,
	);

	it.each(['mysql', 'postgresql'] as const)(
		'Verify After the Migration: a target of %s that cannot be reached keeps the gate closed',
		async (engine) => {
			const [source] = engine === 'mysql' ? mysql : postgres;
			const closed = { port: await findPort(0) };
			const { subject, databases } = await verify(engine, addressesOf([source, closed]));
			expect(databases).toEqual([
				expect.objectContaining({ verdict: 'cannot be compared', next: 'inventory' }),
			]);
			expect(subject).toBe('Not identical: Verification of moved');
			expect(sink.bodies).toEqual([]);
		},
		PATIENCE + 60_000,
	);
});
