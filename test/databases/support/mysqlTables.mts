import {
	change,
	commonPlants,
	type Dialect,
	type KeyKind,
	type Plant,
	tableSql,
	type TestColumn,
	type TestKey,
} from './plants.mts';

const number = (from: number, digits: number): string =>
	`cast(conv(substr(h,${from},${digits}),16,10) as unsigned)`;

/** Columns of all types of MariaDB. */
export const MYSQL_COLUMNS: TestColumn[] = [
	{ name: 'tiny', type: 'tinyint', value: `${number(1, 2)}-128` },
	{ name: 'small', type: 'smallint unsigned', value: number(3, 4) },
	{ name: 'medium', type: 'mediumint', value: `${number(3, 5)}-500000` },
	{ name: 'filled', type: 'int(10) unsigned zerofill', value: number(5, 7) },
	{ name: 'large', type: 'bigint unsigned', value: number(1, 16) },
	{ name: 'bits', type: 'bit(13)', value: `${number(9, 3)}` },
	{ name: 'amount', type: 'decimal(20,6)', value: `${number(1, 12)}/1e6` },
	{ name: 'single', type: 'float', value: `(${number(1, 8)}-2e9)/7e3` },
	{ name: 'precise', type: 'double', value: `(${number(1, 14)}-3e16)*pow(10,n%40-20)` },
	{ name: 'fixed', type: 'char(12)', value: 'concat(substr(h,1,n%12),if(n%3=0,"ä",""))' },
	{
		name: 'latin',
		type: 'varchar(40) character set latin1',
		value: "concat('é',substr(h,3,n%20))",
	},
	{ name: 'name', type: 'varchar(60)', value: "if(n%5=0,'',concat(substr(h,5,8),'Ω|,\\'',n%7))" },
	{ name: 'note', type: 'text', value: 'repeat(substr(h,1,9),n%6)' },
	{ name: 'story', type: 'longtext', value: 'repeat(h,n%3)' },
	{ name: 'mood', type: "enum('sad','glad','über')", value: '1+n%3' },
	{ name: 'tags', type: "set('a','b','c')", value: 'n%8' },
	{ name: 'raw8', type: 'binary(8)', value: 'unhex(substr(h,1,16))' },
	{ name: 'raw', type: 'varbinary(30)', value: 'unhex(substr(h,1,2*(n%15)))' },
	{ name: 'bin', type: 'blob', value: 'unhex(repeat(h,n%4))' },
	{ name: 'day', type: 'date', value: "date_add('2000-01-01',interval n%9000 day)" },
	{ name: 'span', type: 'time(3)', value: 'sec_to_time((n%70000)*11.013)' },
	{
		name: 'moment',
		type: 'datetime(6)',
		value: "date_add('1999-12-31 23:59:59.5',interval n*1001 microsecond)",
	},
	{ name: 'stamp', type: 'timestamp(3) null', value: 'from_unixtime(1000000000+n*97+0.125)' },
	{ name: 'made', type: 'year', value: '1950+n%150' },
	{ name: 'doc', type: 'json', value: `concat('{"a": ',n%9,', "b": "',substr(h,1,4),'"}')` },
	{ name: 'place', type: 'point', value: 'point(n%180,n/3)' },
	{ name: 'id128', type: 'uuid', value: 'h' },
	{ name: 'host', type: 'inet6', value: "concat('2001:db8::',substr(h,1,4))" },
	{ name: 'twice', type: 'int as (tiny*2) stored', value: '', isGenerated: true },
	{ name: 'thrice', type: 'int as (tiny*3) virtual', value: '', isGenerated: true },
];

const KEYS: Record<KeyKind, TestKey> = {
	integer: {
		columns: 'id int auto_increment',
		key: 'primary key (id)',
		names: ['id'],
		values: ['n'],
	},
	big: {
		columns: 'id bigint unsigned',
		key: 'primary key (id)',
		names: ['id'],
		values: ['n*1000003'],
	},
	pair: {
		columns: 'a smallint, b varchar(20) character set latin1',
		key: 'primary key (a,b)',
		names: ['a', 'b'],
		values: ['n%100', "concat('k',n)"],
	},
	text: {
		columns: 'id varchar(30)',
		key: 'primary key (id)',
		names: ['id'],
		values: ["concat('K ',n,' ä')"],
	},
	none: { columns: 'x int', key: '', names: ['x'], values: ['n%10'] },
	bytes: {
		columns: 'id binary(8)',
		key: 'primary key (id)',
		names: ['id'],
		values: ["unhex(lpad(hex(n),16,'0'))"],
	},
};

const DIALECT: Dialect = {
	columns: MYSQL_COLUMNS,
	keys: KEYS,
	nullIf: (condition, value) => `if(${condition},null,${value})`,
	rows: (count, salt) =>
		`(select seq as n, md5(concat('${salt}',seq)) as h from seq_1_to_${count})`,
};

/** @returns the statements that make and fill a table of MySQL. */
export const mysqlTable = (index: number, rows: number, seed: number): string[] =>
	tableSql(DIALECT, index, rows, seed);

/** Differences of MySQL. */
export const MYSQL_PLANTS: Plant[] = [
	...commonPlants((column) => `concat(${column},'x')`, 'tiny'),
	{ name: 'a number by one', column: 'small', make: change('small', 'small ^ 1') },
	{ name: 'one bit', column: 'bits', make: change('bits', 'bits ^ 1') },
	{ name: "a float's last digit", column: 'single', make: change('single', 'single*(1+1.2e-7)') },
	{
		name: "a double's last bit",
		column: 'precise',
		make: change('precise', 'precise*(1+2.3e-16)'),
	},
	{ name: 'a trailing blank', column: 'name', make: change('name', "concat(name,' ')") },
	{ name: 'upper case', column: 'latin', make: change('latin', "concat('É',substr(latin,2))") },
	{ name: 'an accent', column: 'note', make: change('note', "concat(note,'é')") },
	{ name: 'the end of a long text', column: 'story', make: change('story', "concat(story,'.')") },
	{
		name: 'one byte',
		column: 'raw8',
		make: change('raw8', 'concat(left(raw8,7),char(ascii(right(raw8,1)) ^ 1))'),
	},
	{ name: 'a zero byte more', column: 'bin', make: change('bin', 'concat(bin,char(0))') },
	{ name: 'a day', column: 'day', make: change('day', 'day + interval 1 day') },
	{ name: 'a millisecond', column: 'span', make: change('span', "addtime(span,'00:00:00.001')") },
	{
		name: 'a microsecond',
		column: 'moment',
		make: change('moment', 'moment + interval 1 microsecond'),
	},
	{
		name: 'a moment read in another time zone',
		column: 'stamp',
		make: change('stamp', 'stamp + interval 1 hour'),
	},
	{ name: 'a year', column: 'made', make: change('made', 'if(made=2000,2001,2000)') },
	{ name: 'an enum', column: 'mood', make: change('mood', "if(mood='sad','glad','sad')") },
	{ name: 'a set', column: 'tags', make: change('tags', "if(tags='a','a,b','a')") },
	{
		name: 'JSON key order',
		column: 'doc',
		make: change(
			'doc',
			`concat('{"b": ',json_extract(doc,'$.b'),', "a": ',json_extract(doc,'$.a'),'}')`,
		),
	},
	{ name: 'a JSON number', column: 'doc', make: change('doc', `replace(doc,'"a": ','"a": 1')`) },
	{ name: 'a point', column: 'place', make: change('place', 'point(1,2)') },
	{ name: 'an address', column: 'host', make: change('host', "'::1'") },
	{
		name: 'NULL and a value that swapped their columns',
		column: 'tiny',
		make: ["update {t} set name=null,note=coalesce(nullif(name,''),'v') where n={n}"],
	},
	{ name: 'minus zero', key: 'bytes', make: ['update {t} set precise=-0e0 where n={n}'] },
	{
		name: 'a lower auto-increment',
		key: 'integer',
		kind: 'autoIncrement',
		make: ['delete from {t} where n>{n}', 'alter table {t} auto_increment=24'],
		structureOnly: true,
	},
	{
		name: 'another collation',
		kind: 'collation',
		object: '{t}.name',
		make: ['alter table {t} modify name varchar(60) collate utf8mb4_bin'],
	},
	{
		name: 'another type',
		kind: 'column',
		object: '{t}.tiny',
		make: ['alter table {t} modify tiny smallint'],
		structureOnly: true,
	},
	{
		name: 'a lost column',
		kind: 'column',
		object: '{t}.made',
		make: ['alter table {t} drop column made'],
		structureOnly: true,
	},
	{
		name: 'a lost primary key',
		key: 'bytes',
		kind: 'key',
		make: ['alter table {t} drop primary key'],
	},
	{
		name: 'NOT NULL',
		kind: 'column',
		object: '{t}.n',
		make: ['alter table {t} modify n int not null'],
	},
];
