import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MYSQL_RULES, POSTGRES_RULES } from '../nodes/shared/assessment/rules.ts';
import type { Item, UndecidedItem } from '../nodes/shared/assessment/types.ts';
import {
	MONGODB_ITEMS,
	ORACLE_ITEMS,
	undecidedItems,
} from '../nodes/shared/assessment/undecided.ts';

/** Items that no server of the tests can show, with the reason; rows made by hand stand for them. */
const BY_ROWS: ReadonlyMap<string, string> = new Map([
	['dbServerUuidConsistency', 'MariaDB has no server_uuid'],
	['srcHasNoPkTableWhenTgtHasInvisiblePk', 'MariaDB has no invisible primary keys'],
	['postgresVersions', 'Debian has one version of PostgreSQL'],
	['blockSize', 'Debian builds one block size'],
]);

const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const page = (name: string | null): string => (name === null ? '–' : name);

const decided = (items: readonly Item[]): string[] => [
	line(['Item', 'What it demands', 'Page', 'Weight', 'Scenarios', 'Shown by']),
	line(['---', '---', '---', '---', '---', '---']),
	...items.map(({ id, title, page: name, severity, scenarios }) =>
		line([
			`\`${id}\``,
			title,
			page(name),
			severity,
			scenarios.join(', '),
			BY_ROWS.has(id) ? `rows (${BY_ROWS.get(id)})` : 'a real server',
		]),
	),
];

const undecided = (items: readonly UndecidedItem[]): string[] => [
	line(['Item', 'What it demands', 'Page', 'Why not']),
	line(['---', '---', '---', '---']),
	...items.map(({ id, title, page: name, reason }) =>
		line([`\`${id}\``, title, page(name), reason]),
	),
];

/** @returns the page that lists which pre-check items the assessment decides. */
export const assessmentItemsPage = (): string =>
	[
		'# Which pre-check items the assessment decides',
		'',
		'This page is generated: run `npx tsx scripts/assessmentItems.mts`. Names are those of the service; where it prints none, the name is ours. "Page" is the page of the user manual.',
		'',
		'Weight: `failed` stops the task, `alarm` has to be confirmed or planned for. A finding may weigh less or more than its item: names with upper case are an alarm, and log_slave_updates weighs more on a replica.',
		'',
		'## MySQL family: decided',
		'',
		...decided(MYSQL_RULES),
		'',
		'## MySQL family: not decided',
		'',
		...undecided(undecidedItems('mysql')),
		'',
		'The disk of the target is decided only when its size is given.',
		'',
		'## PostgreSQL: decided',
		'',
		...decided(POSTGRES_RULES),
		'',
		'## PostgreSQL: not decided',
		'',
		...undecided(undecidedItems('postgresql')),
		'',
		'## MongoDB: cannot tell here',
		'',
		...undecided(MONGODB_ITEMS),
		'',
		'## Oracle: cannot tell here',
		'',
		...undecided(ORACLE_ITEMS),
		'',
	].join('\n');

if (process.argv[1]?.endsWith('assessmentItems.mts')) {
	writeFileSync(
		join(import.meta.dirname, '..', 'docs', 'assessment-items.md'),
		assessmentItemsPage(),
	);
}
