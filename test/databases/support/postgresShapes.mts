import type { Shape } from './shape.mts';

/** Rare tables of PostgreSQL. */
export const POSTGRES_SHAPES: Shape[] = [
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
