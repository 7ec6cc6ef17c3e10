import { assess } from '../../../../nodes/shared/assessment/assess';
import { assessmentReport } from '../../../../nodes/shared/assessment/report';
import { toHtml } from '../../../../nodes/shared/report/html';
import { toMarkdown } from '../../../../nodes/shared/report/markdown';
import { toText } from '../../../../nodes/shared/report/text';

const HOSTILE = '<img src=x onerror=alert(1)>|`*[a](http://b)\n\u202e@all';

const [result] = assess([
	{ server: HOSTILE, check: 'source.version', object: '', value: HOSTILE.replaceAll('|', '') },
]);

it('says what is wrong and what to do, in every form', () => {
	for (const form of [toHtml, toMarkdown, toText]) {
		const report = form(assessmentReport('Fleet', [result]));
		expect(report).toContain('1 database: 1 needs work');
		expect(report).toContain('Use a supported version');
		expect(report).toContain('Run the statements for the target, too.');
	}
});

it('lets no text of a database out of its place', () => {
	const html = toHtml(assessmentReport(HOSTILE, [result]));
	expect(html).not.toContain('<img');
	expect(html).not.toContain('\u202e');
	const markdown = toMarkdown(assessmentReport(HOSTILE, [result]));
	expect(markdown).not.toMatch(/<img|[^\\]\[a]|@all|:\/\//);
	expect(toText(assessmentReport(HOSTILE, [result]))).not.toMatch(/[<>`\u202e]/);
});

it('says that there are none', () => {
	expect(toText(assessmentReport('Fleet', []))).toContain('0 databases: none');
});

it('names a pair of which nothing came in', () => {
	const items = [{ server: 'shop', check: 'source.version', object: '', value: '8.0.36|u@%' }];
	const results = assess(items, {}, ['shop', 'crm', 'crm']);
	expect(results.map(({ server, verdict }) => [server, verdict])).toEqual([
		['shop', 'needs work'],
		['crm', 'cannot tell'],
	]);
	expect(toText(assessmentReport('Fleet', results))).toContain('No row of it came in');
});
