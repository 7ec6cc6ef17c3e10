import fc from 'fast-check';
import { joinFields, splitFields } from '../../../../nodes/shared/sql/fields';
import { holds, readGrants } from '../../../../nodes/shared/sql/grants';
import { nameProblem, quoteLiteral, quoteName } from '../../../../nodes/shared/sql/quote';
import { readRows } from '../../../../nodes/shared/sql/rows';

describe('quoting', () => {
	const texts = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));

	it.each(['mysql', 'postgresql'] as const)('leaves nothing of a text for %s to read', (family) => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(quoteLiteral(family, text)).toMatch(
					/^('[A-Za-z0-9_ .,:=|-]*'|_utf8mb4 0x[0-9a-f]+|convert_from\(decode\('[0-9a-f]+','hex'\),'UTF8'\))$/,
				);
			}),
		);
	});

	it('leaves nothing of a name for PostgreSQL or n8n to read', () => {
		fc.assert(
			fc.property(texts, (text) => {
				fc.pre(text !== '');
				expect(quoteName('postgresql', text)).toMatch(/^(U&)?"[A-Za-z0-9_ \\\u0080-\uffff]+"$/);
			}),
		);
	});

	it('doubles backticks, and refuses what n8n would change', () => {
		expect(quoteName('mysql', 'a`b')).toBe('`a``b`');
		for (const name of ['a;b', 'a\nb', '{{ x }}', 'a $1']) {
			expect(nameProblem('mysql', name)).toBeDefined();
			expect(() => quoteName('mysql', name)).toThrow(RangeError);
		}
		expect(() => quoteLiteral('mysql', 'a\0')).toThrow(RangeError);
	});
});

it('reads back what it joined', () => {
	const fields = fc.array(fc.option(fc.string()), { minLength: 1 });
	fc.assert(
		fc.property(fields, (values) => {
			for (const part of ['object', 'value'] as const) {
				expect(splitFields(part, joinFields(part, values))).toEqual(values);
			}
		}),
	);
});

describe('grants', () => {
	it.each([
		['GRANT ALL PRIVILEGES ON *.* TO `a`@`%`', 'TRIGGER', [], true],
		['GRANT BINLOG MONITOR ON *.* TO `a`@`%`', 'REPLICATION CLIENT', [], true],
		['GRANT SELECT ON `a\\_src`.* TO `a`@`%`', 'SELECT', ['a_src'], true],
		['GRANT SELECT ON `a\\_src`.* TO `a`@`%`', 'SELECT', ['absrc'], false],
		['GRANT SELECT ON `a%`.* TO `a`@`%`', 'SELECT', ['abc'], true],
		['GRANT SELECT ON "app".* TO "a"@"%"', 'SELECT', ['app'], true],
		['GRANT SELECT ON `app`.* TO `a`@`%`', 'SELECT', ['app', 'other'], false],
		['GRANT SELECT ON `app`.* TO `a`@`%`', 'SELECT', [], false],
		['GRANT SELECT ON `app`.`t` TO `a`@`%`', 'SELECT', ['app'], false],
		['GRANT SELECT (`x`) ON `app`.`t` TO `a`@`%`', 'SELECT', ['app'], false],
		['GRANT `boss`@`%` TO `a`@`%`', 'SELECT', [], false],
	])('%s: %s on %j is %s', (line, privilege, schemas, expected) => {
		expect(holds(readGrants([line]), privilege, schemas)).toBe(expected);
	});
});

it('reads bytes, numbers and other letters of names, and gives SHOW rows to the row before', () => {
	const read = readRows([
		{ Variable_name: 'early', Value: '1' },
		{ SERVER: 'a', Check: 'source.x', object: Buffer.from('p.q'), value: 5n },
		{ Variable_name: 'late', Value: '1' },
		{ server: 'a', check: 'target.y', object: null, value: { type: 'Buffer', data: [65] } },
		{ success: true },
		{ message: 'refused', item: { sql: 'select 1' }, itemIndex: 3 },
		{ message: 'Connection refused', error: {} },
		{ server: 'a', side: 'target', order: 1, name: 'grants', sql: 'show grants', mayFail: false },
	]);
	expect(read.shown).toEqual([expect.objectContaining({ server: 'a', side: 'source' })]);
	expect(read.rows).toEqual([
		{ server: 'a', side: 'source', check: 'x', object: ['p', 'q'], value: ['5'] },
		{ server: 'a', side: 'target', check: 'y', object: [''], value: ['A'] },
	]);
});
