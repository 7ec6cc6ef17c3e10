import { toHtml } from '../../../../nodes/shared/report/html';
import { toMarkdown } from '../../../../nodes/shared/report/markdown';
import { toText } from '../../../../nodes/shared/report/text';
import { verificationReport } from '../../../../nodes/shared/verification/report';
import type { Verification } from '../../../../nodes/shared/verification/types';

const HOSTILE = '<img src=x onerror=alert(1)>|`*[a](http://b)\n\u202e@all';

const IDENTICAL: Verification = {
	...{ server: 'shop', database: 'app', engine: 'mysql', verdict: 'identical', summary: '' },
	...{ differences: [], incomparable: [], notes: [], next: null },
	tables: { total: 3, identical: 3, different: 0, incomparable: 0 },
	rows: { source: 9, target: 9 },
};

const DIFFERENT: Verification = {
	...IDENTICAL,
	...{ server: 'crm', database: 'crm', engine: 'postgresql', verdict: 'differs' },
	differences: [
		{
			...{ kind: 'contents', object: 'public.orders', text: '12 rows on the source.', chunks: 2 },
			keys: Array.from({ length: 12 }, (_, index) => ({
				key: [String(index), null],
				where: index === 0 ? 'source' : 'both',
			})),
		},
	],
	incomparable: [{ object: 'public.logs', reason: 'It is unlogged.' }],
	notes: ['Events were not compared.'],
	tables: { total: 2, identical: 0, different: 1, incomparable: 1 },
	rows: null,
	next: 'contents',
};

const FORMS = [toHtml, toMarkdown, toText];

it('says of each database what differs, by key, and what was not compared', () => {
	for (const form of FORMS) {
		const report = form(verificationReport('Moved', [IDENTICAL, DIFFERENT]));
		expect(report).toContain('2 databases: 1 identical, 1 differs');
		expect(report).toContain('9 / 9');
		expect(report).toContain('12 rows on the source.');
		expect(report).toContain('(0, NULL) only on the source, (1, NULL) different');
		expect(report).toContain('(9, NULL) different, and 2 more.');
		expect(report).toContain('It is unlogged.');
		expect(report).toContain('Events were not compared.');
		expect(report).toMatch(/level ("|&quot;)contents/);
	}
});

it('says nothing more of a database that is identical', () => {
	expect(toText(verificationReport('Moved', [IDENTICAL]))).toBe(
		[
			'Moved',
			'1 database: 1 identical',
			'',
			'Database   Verdict    Tables  Identical  Differ  Not compared  Rows',
			'shop: app  identical  3       3          0       0             9 / 9',
			'',
		].join('\n'),
	);
});

it('lets no text of a database out of its place', () => {
	const results: Verification[] = [
		{
			...DIFFERENT,
			server: HOSTILE,
			differences: [
				{
					...{ kind: 'contents', object: HOSTILE, text: HOSTILE },
					keys: [{ key: [HOSTILE], where: 'both' }],
				},
			],
			incomparable: [{ object: HOSTILE, reason: HOSTILE }],
			notes: [HOSTILE],
		},
	];
	const html = toHtml(verificationReport(HOSTILE, results));
	expect(html).not.toContain('<img');
	expect(html).not.toContain('\u202e');
	expect(toMarkdown(verificationReport(HOSTILE, results))).not.toMatch(/<img|[^\\]\[a]|@all|:\/\//);
	expect(toText(verificationReport(HOSTILE, results))).not.toMatch(/[<>`\u202e]/);
});
