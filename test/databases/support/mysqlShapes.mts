import type { Shape } from './shape.mts';

/** Rare tables of MySQL. */
export const MYSQL_SHAPES: Shape[] = [
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
