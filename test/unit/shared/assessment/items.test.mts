import { readFileSync } from 'node:fs';
import { MYSQL_RULES, POSTGRES_RULES } from '../../../../nodes/shared/assessment/rules';
import {
	DISK_ITEM,
	MONGODB_ITEMS,
	ORACLE_ITEMS,
	undecidedItems,
} from '../../../../nodes/shared/assessment/undecided';
import { assessmentItemsPage } from '../../../../scripts/assessmentItems.mts';
import reference from '../../../fixtures/reference/precheck-items.json';

/** What the package has, by engine of the reference. */
const OURS: Record<string, ReadonlyArray<{ id: string; page: string | null }>> = {
	mysql: [...MYSQL_RULES, ...undecidedItems('mysql')],
	postgresql: [...POSTGRES_RULES, ...undecidedItems('postgresql')],
	mongodb: MONGODB_ITEMS,
	'oracle-to-postgresql': [...ORACLE_ITEMS, ...POSTGRES_RULES],
};

/** Pages of the reference without a name of their own, which another item stands for. */
const OTHER_PAGES: Record<string, string> = {
	drs_11_0076: DISK_ITEM.page ?? '',
	// The precautions of the link page are items of their own.
	null: 'null',
};

interface Reference {
	name?: string;
	page: string | null;
	title: string;
	engines: string[];
	decidableBySql: boolean;
}

const ITEMS = reference as Reference[];

it.each(ITEMS.map((item) => [item.title, item] as const))('%s', (_, { name, page, engines }) => {
	const wanted = OTHER_PAGES[String(page)] ?? page;
	for (const engine of engines) {
		const ours = OURS[engine] ?? [...OURS.mysql, ...OURS.postgresql];
		const isThere = ours.some((item) => item.id === name || String(item.page) === String(wanted));
		expect([engine, isThere]).toEqual([engine, true]);
	}
});

it('lists them on a page that is fresh', () => {
	expect(readFileSync('docs/assessment-items.md', 'utf8')).toBe(assessmentItemsPage());
});

it('has a remedy for every item, and each item once', () => {
	for (const rules of [MYSQL_RULES, POSTGRES_RULES]) {
		expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
		for (const { remedy } of rules) expect(remedy).toMatch(/^[A-Z].*\.$/);
	}
});
