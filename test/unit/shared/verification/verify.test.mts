import { afterStop } from '../../../../nodes/shared/verification/afterStop';
import { verificationSqlItems } from '../../../../nodes/shared/verification/operations';
import { verificationSql } from '../../../../nodes/shared/verification/sql';
import { verify } from '../../../../nodes/shared/verification/verify';

type Item = Record<string, unknown>;
type Side = 'source' | 'target';

const row = (side: Side, check: string, object: string, value = ''): Item => ({
	server: 'shop',
	check: `${side}.${check}`,
	object,
	value,
});

/** The inventory of a MySQL server with one table. */
const inventory = (side: Side, { counter = '4', version = '8.0.36', key = true } = {}): Item[] => [
	row(side, 'version', '', `${version}|reader@%`),
	row(side, 'schema', 'app', 'utf8mb4|utf8mb4_bin'),
	row(side, 'table', 'app.t', `BASE TABLE|InnoDB|3|${counter}|utf8mb4_bin`),
	row(side, 'column', 'app.t.id', '1|int|int(11)|NO|\\N|\\N|auto_increment'),
	row(side, 'column', 'app.t.name', '2|varchar|varchar(9)|YES|utf8mb4|utf8mb4_bin|'),
	...(key ? [row(side, 'key', 'app.t.id', '1')] : []),
	{ 'Grants for reader@%': 'GRANT SELECT ON *.* TO `reader`@`%`' },
];

const both = (options = {}): Item[] => [
	...inventory('source', options),
	...inventory('target', options),
];

const contents = (side: Side, digest: string, mark = 'range 2000 1024 2'): Item[] => [
	row(side, 'read', 'app.t', mark),
	row(side, 'chunk', 'app.t', `0|3|${digest}`),
];

const verdictOf = (items: Item[]) => {
	const [{ verdict, next }] = verify(items);
	return [verdict, next];
};

describe('never identical because something was not looked at', () => {
	it.each<[string, Item[], unknown[]]>([
		['only one side', inventory('source'), ['cannot be compared', 'inventory']],
		['inventories only', both(), ['cannot be compared', 'contents']],
		[
			'contents of one side',
			[...both(), ...contents('source', '1')],
			['cannot be compared', 'contents'],
		],
		[
			'contents that were read by another plan',
			[...both(), ...contents('source', '1'), ...contents('target', '1', 'hash 5 5 2')],
			['cannot be compared', 'contents'],
		],
		[
			'no grants',
			[...both(), ...contents('source', '1'), ...contents('target', '1')].filter(
				(item) => 'check' in item,
			),
			['cannot be compared', null],
		],
		[
			'rows without a checksum',
			[...both(), ...contents('source', '1'.repeat(31)), ...contents('target', '1'.repeat(31))],
			['cannot be compared', null],
		],
		[
			'everything',
			[...both(), ...contents('source', '1'), ...contents('target', '1')],
			['identical', null],
		],
		[
			'another sum',
			[...both(), ...contents('source', '1'), ...contents('target', '2')],
			['differs', 'keys'],
		],
	])('%s', (_, items, expected) => {
		expect(verdictOf(items)).toEqual(expected);
	});
});

it('takes the last reading when a side was read again', () => {
	const items = [
		...both(),
		...contents('source', '1'),
		...contents('target', '2'),
		...inventory('target'),
		...contents('target', '1'),
	];
	expect(verdictOf(items)).toEqual(['identical', null]);
});

it('asks for the contents that are open only, and for the keys of chunks that differ', () => {
	const input = { engine: 'mysql', side: 'source', server: 'shop' } as const;
	const asked = (level: 'contents' | 'keys', items: Item[]) =>
		verificationSql({ ...input, level, items }).map(({ name }) => name);
	const read = [...both(), ...contents('source', '1'), ...contents('target', '2')];
	expect(asked('contents', both())).toEqual(['contents app.t']);
	expect(asked('contents', read)).toEqual([]);
	expect(asked('keys', read)).toEqual(['keys app.t']);
	expect(verificationSqlItems({ ...input, level: 'keys', items: read })[0].sql).toContain(
		'mod 1024 in (0)',
	);
});

it('says that a counter of MySQL 8 may be a day old, and trusts that of MariaDB', () => {
	const items = (version: string) => [
		...inventory('source', { version, counter: '9' }),
		...inventory('target', { version }),
		...contents('source', '1'),
		...contents('target', '1'),
	];
	expect(verdictOf(items('8.0.36'))).toEqual(['cannot be compared', null]);
	expect(verdictOf(items('10.11.1-MariaDB'))).toEqual(['differs', null]);
	expect(afterStop(items('10.11.1-MariaDB'))[0].repairs).toEqual([
		expect.objectContaining({ sql: 'alter table `app`.`t` auto_increment = 9;' }),
	]);
});

it('compares a table without a key as a whole', () => {
	const whole = (side: Side, digest: string) => contents(side, digest, 'whole 2');
	const items = [...both({ key: false }), ...whole('source', '1'), ...whole('target', '2')];
	expect(verdictOf(items)).toEqual(['differs', null]);
	expect(verify(items)[0].differences[0].text).toContain('as a whole');
});

it('says why nothing can be left to do without both sides', () => {
	expect(afterStop(inventory('source'))).toEqual([
		{ server: 'shop', repairs: [], problem: 'The inventories of both sides are needed.' },
	]);
	expect(verify([])).toEqual([]);
});

describe('what the rows say of the question', () => {
	const inventoryOfApp = (side: Side): Item[] => {
		const [version, ...more] = inventory(side);
		const grants = { 'Grants for reader@%': 'GRANT SELECT ON `app`.* TO `reader`@`%`' };
		return [version, row(side, 'asked', '', 'app'), ...more.slice(0, -1), grants];
	};

	it('takes the databases from the statements, so that rights on these are enough', () => {
		const items = [...inventoryOfApp('source'), ...inventoryOfApp('target')];
		const all = [...items, ...contents('source', '1'), ...contents('target', '1')];
		expect(verdictOf(all)).toEqual(['identical', null]);
		expect(verify(all, { databases: ['app', 'other'] })[0].verdict).toBe('cannot be compared');
	});

	it('names pairs of which nothing came in', () => {
		const results = verify(both(), {}, ['shop', 'crm']);
		expect(results.map(({ server, engine, next }) => [server, engine, next])).toEqual([
			['shop', 'mysql', 'contents'],
			['crm', null, 'inventory'],
		]);
	});
});

describe('triggers, events and routines of MySQL', () => {
	const sees = (side: Side, grant: string, ...more: Item[]): Item[] => [
		...inventory(side).slice(0, -1),
		...more,
		{ 'Grants for reader@%': `GRANT ${grant} ON *.* TO \`reader\`@\`%\`` },
	];
	const ALL = 'SELECT, TRIGGER, EVENT, EXECUTE';
	const both = (source: Item[], target: Item[]) => {
		const [result] = verify([
			...source,
			...target,
			...contents('source', '1'),
			...contents('target', '1'),
		]);
		return result;
	};
	const trigger = (side: Side) => row(side, 'trigger', 'app.check', 'BEFORE|INSERT|t|x|y|z');

	it('a trigger that a normal stop carries over is a note', () => {
		const { verdict, notes } = both(sees('source', ALL, trigger('source')), sees('target', ALL));
		expect(verdict).toBe('identical');
		expect(notes).toEqual([
			'The target has no trigger app.check: a normal stop of the task carries it over.',
		]);
	});

	it('a trigger that only the target has is a difference', () => {
		const { differences } = both(sees('source', ALL), sees('target', ALL, trigger('target')));
		expect(differences).toEqual([
			{ kind: 'object', object: 'app.check', text: 'The source has no such trigger.' },
		]);
	});

	it('what one user may not see is not called missing, and named as not compared', () => {
		const { differences, notes } = both(
			sees('source', 'SELECT'),
			sees('target', ALL, trigger('target')),
		);
		expect(differences).toEqual([]);
		expect(notes).toEqual([
			'Triggers were not compared: grant trigger on the databases to the users of both sides.',
			'Events were not compared: grant event on the databases to the users of both sides.',
		]);
	});
});
