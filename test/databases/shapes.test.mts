import { compare } from './support/compare.mts';
import type { DatabaseServer } from './support/database.mts';
import { startMariadb } from './support/mariadb.mts';
import { startPostgres } from './support/postgres.mts';

/** Shapes of tables that are rare, each on both sides alike; then each changed on the target. */
interface Shape {
	name: string;
	/** Statements on both sides. */
	make: string[];
	/** A change of the target. */
	change: string;
	/** The key by which it is found; null for a table that is compared as a whole. */
	key: Array<string | null> | null;
	/** The table, where it is not the name of the shape. */
	path: string;
}

const MYSQL: Shape[] = [
	{
		name: 'partitions',
		make: [
			'create table parts (id int, y int, v text, primary key (id,y)) partition by range (y) (partition a values less than (10), partition b values less than maxvalue)',
			"insert into parts select seq,seq%20,concat('v',seq) from seq_1_to_300",
		],
		change: "update parts set v='' where id=17",
		key: ['17', '17'],
		path: 'app.parts',
	},
	{
		name: 'system versions',
		make: [
			'create table versions (id int primary key, v int) with system versioning',
			'insert into versions select seq,seq from seq_1_to_50',
			'update versions set v=v+1 where id<5',
		],
		change: 'update versions set v=99 where id=30',
		key: ['30'],
		path: 'app.versions',
	},
	{
		name: 'upper case and a reserved word',
		make: [
			'create table `Select` (`ID` int primary key, `Order` int, `group` varchar(3))',
			"insert into `Select` values (1,2,'x'),(2,3,null)",
		],
		change: 'update `Select` set `Order`=4 where `ID`=2',
		key: ['2'],
		path: 'app.Select',
	},
	{
		name: 'an invisible column',
		make: [
			'create table hidden (id int primary key, v int invisible default 5)',
			'insert into hidden (id) values (1),(2)',
		],
		change: 'update hidden set v=6 where id=2',
		key: ['2'],
		path: 'app.hidden',
	},
	{
		name: 'zero dates',
		make: [
			"create table zeros (id int primary key, d date, t datetime, s timestamp not null default '2000-01-01 00:00:01', y year)",
			"insert into zeros values (1,'0000-00-00','0000-00-00 00:00:00','0000-00-00 00:00:00','0000'),(2,'2020-02-00','2020-00-00 00:00:00','2000-01-01 00:00:01','1970')",
		],
		change: "update zeros set d='2020-01-00' where id=2",
		key: ['2'],
		path: 'app.zeros',
	},
	{
		name: 'a key of a timestamp and bits',
		make: [
			'create table stamps (s timestamp(6), b bit(3), primary key (s,b))',
			"insert into stamps values ('2020-05-05 12:00:00.123456',b'101'),('2020-05-05 12:00:00.5',b'001')",
		],
		change: "update stamps set b=b'111' where b=b'101'",
		key: ['1588680000.123456', '5'],
		path: 'app.stamps',
	},
	{
		name: 'a key of letters that a collation calls equal to others',
		make: [
			'create table texts (k varchar(20) collate utf8mb4_general_ci, l char(5) character set latin1 collate latin1_german2_ci, v int, primary key (k,l))',
			"insert into texts values ('Ä','ß',1),('b ','x',2),('数据','é',3),('🙂','',4)",
		],
		change: "update texts set v=9 where k='数据'",
		key: ['数据', 'é'],
		path: 'app.texts',
	},
	{
		name: 'an enum and a set as key',
		make: [
			"create table kinds (e enum('a|b','c.d','it''s'), s set('x','y') not null, primary key (e,s))",
			"insert into kinds values ('a|b','x,y'),('c.d',''),('it''s','y')",
		],
		change: "delete from kinds where e='a|b'",
		key: ['a|b', 'x,y'],
		path: 'app.kinds',
	},
	{
		name: 'a negative key and the ends of integers',
		make: [
			'create table ends (id bigint primary key, u bigint unsigned)',
			'insert into ends values (-9223372036854775808,0),(-1,18446744073709551615),(0,1),(9223372036854775807,2)',
		],
		change: 'update ends set u=18446744073709551614 where id=-1',
		key: ['-1'],
		path: 'app.ends',
	},
	{
		name: 'a key of floats and decimals',
		make: [
			'create table reals (f float, d decimal(30,10), primary key (f,d))',
			'insert into reals values (0.1,1.5),(1e38,-99999999999999999999.0000000001)',
		],
		change: 'update reals set d=1.6 where d=1.5',
		key: null,
		path: 'app.reals',
	},
	{
		name: 'no key, NULL only',
		make: ['create table bare (a int, b text)', 'insert into bare values (null,null),(null,null)'],
		change: 'insert into bare values (null,null)',
		key: null,
		path: 'app.bare',
	},
	{
		name: 'geometry of all kinds',
		make: [
			'create table shapes (id int primary key, g geometry, l linestring, p polygon)',
			"insert into shapes values (1,st_geomfromtext('POINT(1 2)',4326),st_geomfromtext('LINESTRING(0 0,1 1)'),st_geomfromtext('POLYGON((0 0,1 0,1 1,0 0))'))",
		],
		change: "update shapes set g=st_geomfromtext('POINT(1 2)',0)",
		key: ['1'],
		path: 'app.shapes',
	},
	{
		name: 'another engine',
		make: [
			'create table plain (id int primary key, v varchar(5)) engine=MyISAM',
			"insert into plain values (1,'a'),(2,'b')",
		],
		change: "update plain set v='B' where id=2",
		key: ['2'],
		path: 'app.plain',
	},
	{
		name: 'many columns',
		make: [
			`create table wide (id int primary key, ${Array.from({ length: 150 }, (_, index) => `c${index} varchar(10)`).join(', ')})`,
			"insert into wide (id,c0,c149) values (1,'a','z')",
		],
		change: "update wide set c149='Z'",
		key: ['1'],
		path: 'app.wide',
	},
];

const POSTGRES: Shape[] = [
	{
		name: 'partitions',
		make: [
			'create table parts (id int, y int, v text, primary key (id,y)) partition by range (y)',
			'create table parts_a partition of parts for values from (0) to (10)',
			'create table parts_b partition of parts default',
			"insert into parts select n,n%20,'v'||n from generate_series(1,300) n",
		],
		change: "update parts set v='' where id=17",
		key: ['17', '17'],
		path: 'public.parts',
	},
	{
		name: 'another schema, reserved words, upper case',
		make: [
			'create schema "Order"',
			'grant usage on schema "Order" to reader',
			'create table "Order"."Select" ("ID" int primary key, "group" text)',
			'grant select on "Order"."Select" to reader',
			`insert into "Order"."Select" values (1,'x'),(2,null)`,
		],
		change: `update "Order"."Select" set "group"='' where "ID"=2`,
		key: ['2'],
		path: 'Order.Select',
	},
	{
		name: 'infinity and the ends of time',
		make: [
			'create table times (id int primary key, d date, s timestamptz, t timestamp, n numeric, f float8, i interval)',
			"insert into times values (1,'infinity','-infinity','4713-01-01 00:00:00 BC','NaN','Infinity','-178000000 years'),(2,'0001-01-01 BC','294276-12-31 23:59:59.999999+00','294276-12-31','Infinity','-0','1 mon -1 day 1 sec')",
		],
		change: "update times set d='-infinity' where id=1",
		key: ['1'],
		path: 'public.times',
	},
	{
		name: 'arrays, ranges, multiranges, composites of all of them',
		make: [
			'create type deep as (a int4range[], b jsonb, c bytea)',
			'create table nested (id int primary key, a int[][], r numrange, m int4multirange, j jsonb, b bytea, d deep, ds deep[])',
			`insert into nested values (1,'{{1,2},{3,null}}','[1.0,2)','{[1,3),[5,7)}','{"b":[1,null,"\\u00e4"],"a":1e400}','\\x00ff',row(array['[1,2)'::int4range],'{}','\\x'),array[row(null,'1','\\x5c')::deep])`,
		],
		change: "update nested set b='\\x00fe'",
		key: ['1'],
		path: 'public.nested',
	},
	{
		name: 'a key of bytes, a range and a time',
		make: [
			'create table keys (b bytea, r daterange, t timestamptz, v int, primary key (b,r,t))',
			"insert into keys values ('\\x5c00','[2020-01-01,2020-02-01)','2020-05-05 12:00:00.5+00',1)",
		],
		change: 'update keys set v=2',
		key: ['\\x5c00', '[2020-01-01,2020-02-01)', '2020-05-05 12:00:00.5+00'],
		path: 'public.keys',
	},
	{
		name: 'a parent and a child by inheritance',
		make: [
			'create table parent (id int primary key, v int)',
			'create table child (primary key (id)) inherits (parent)',
			'insert into parent values (1,1)',
			'insert into child values (2,2)',
		],
		change: 'update child set v=3',
		key: ['2'],
		path: 'public.child',
	},
	{
		name: 'negative keys and the ends of integers',
		make: [
			'create table ends (id bigint primary key, v int)',
			'insert into ends values (-9223372036854775808,0),(-1,1),(0,2),(9223372036854775807,3)',
		],
		change: 'update ends set v=9 where id=-1',
		key: ['-1'],
		path: 'public.ends',
	},
	{
		name: 'an identity and a domain over an array',
		make: [
			'create domain list as int[] check (cardinality(value)<5)',
			'create table ident (id int generated always as identity primary key, l list)',
			"insert into ident (l) values ('{1,2}'),(null)",
		],
		change: "update ident set l='{2,1}' where id=1",
		key: ['1'],
		path: 'public.ident',
	},
	{
		name: 'no columns at all, and no rows',
		make: [
			'create table nothing ()',
			'create table empty_one (a int, b text, primary key (a,b))',
			'insert into empty_one select 1,null where false',
		],
		change: "insert into empty_one values (1,'')",
		key: ['1', ''],
		path: 'public.empty_one',
	},
	{
		name: 'a key of text in a collation of its own',
		make: [
			`create table texts (k text collate "C", l varchar(9), v int, primary key (k,l))`,
			"insert into texts values ('Ä','ß',1),('b ','x',2),('数据','é',3),('🙂','',4)",
		],
		change: "update texts set v=9 where k='数据'",
		key: ['数据', 'é'],
		path: 'public.texts',
	},
	{
		name: 'money, bits, networks, text search, geometry',
		make: [
			'create table odd (id int primary key, m money, b bit varying, n cidr, q tsquery, g polygon, l line, x xml)',
			`insert into odd values (1,(-5.5)::numeric::money,B'','::/0','a & !b','((0,0),(1,0),(1,1))','{1,2,3}','<a b="&lt;"/>')`,
		],
		change: "update odd set q='a & b'",
		key: ['1'],
		path: 'public.odd',
	},
	{
		name: 'many columns',
		make: [
			`create table wide (id int primary key, ${Array.from({ length: 400 }, (_, index) => `c${index} text`).join(', ')})`,
			"insert into wide (id,c0,c399) values (1,'a','z')",
		],
		change: "update wide set c399='Z'",
		key: ['1'],
		path: 'public.wide',
	},
];

let source: DatabaseServer;
let target: DatabaseServer;

afterEach(async () => {
	await Promise.all([source?.close(), target?.close()]);
});

async function tryAll(
	engine: 'mysql' | 'postgresql',
	shapes: readonly Shape[],
	before: readonly string[],
): Promise<void> {
	for (const server of [source, target]) {
		await server.run([...before, ...shapes.flatMap(({ make }) => make)], 'app');
	}
	const settings = { databases: ['app'], chunkRows: 100 };
	const both = { engine, source, target, login: { user: 'reader', database: 'app' }, settings };
	const equal = await compare(both);
	expect(equal.results[0].differences).toEqual([]);
	expect(equal.results[0].incomparable.map(({ object }) => object)).toEqual(
		engine === 'postgresql' ? ['public.nothing'] : [],
	);
	await target.run([...before, ...shapes.map(({ change }) => change)], 'app');
	const { results } = await compare(both);
	const found = results[0].differences.map(({ object, kind, keys }) => [
		object,
		kind,
		keys?.map(({ key }) => key),
	]);
	for (const { path, key } of shapes) {
		const ofTable = found.filter(([object]) => object === path);
		expect([path, ofTable.map(([, kind]) => kind)]).toEqual([path, ['contents']]);
		const keys = ofTable[0][2] as Array<Array<string | null>> | undefined;
		if (key) expect([path, keys]).toEqual([path, expect.arrayContaining([key])]);
	}
	expect(found).toHaveLength(shapes.length);
}

it(`finds one change in each of ${MYSQL.length} rare tables of MySQL, and none where there is none`, async () => {
	[source, target] = await Promise.all([
		startMariadb({ 'character-set-server': 'latin1' }),
		startMariadb({
			'default-time-zone': '-03:00',
			'sql-mode': 'ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE',
		}),
	]);
	for (const server of [source, target]) {
		await server.run([
			'create database app character set utf8mb4 collate utf8mb4_general_ci',
			"create user reader@'%'",
			"grant select on app.* to reader@'%'",
		]);
	}
	await tryAll('mysql', MYSQL, [
		'set names utf8mb4',
		"set time_zone='+00:00'",
		"set sql_mode='ALLOW_INVALID_DATES'",
	]);
});

it(`finds one change in each of ${POSTGRES.length} rare tables of PostgreSQL, and none where there is none`, async () => {
	[source, target] = await Promise.all([
		startPostgres(),
		startPostgres({ timezone: 'America/St_Johns', datestyle: 'SQL, DMY', bytea_output: 'escape' }),
	]);
	for (const server of [source, target]) {
		await server.run(['create role reader login', 'create database app']);
		await server.run(
			[
				'alter default privileges grant select on tables to reader',
				'alter default privileges grant select on sequences to reader',
			],
			'app',
		);
	}
	await tryAll('postgresql', POSTGRES, ["set timezone='UTC'"]);
});
