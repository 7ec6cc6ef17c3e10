import { assess } from '../../../../nodes/shared/assessment/assess';
import { toHtml } from '../../../../nodes/shared/assessment/report/html';
import { toMarkdown } from '../../../../nodes/shared/assessment/report/markdown';
import { toText } from '../../../../nodes/shared/assessment/report/text';

const HOSTILE = '<img src=x onerror=alert(1)>|`*[a](http://b)\n\u202e@all';

const [result] = assess([
	{ server: HOSTILE, check: 'source.version', object: '', value: HOSTILE.replaceAll('|', '') },
]);

it('says what is wrong and what to do, in every form', () => {
	for (const form of [toHtml, toMarkdown, toText]) {
		const report = form('Fleet', [result]);
		expect(report).toContain('1 database: 1 needs work');
		expect(report).toContain('Use a supported version');
		expect(report).toContain('Also run the statements for the target.');
	}
});

it('lets no text of a database out of its place', () => {
	const html = toHtml(HOSTILE, [result]);
	expect(html).not.toContain('<img');
	expect(html).not.toContain('\u202e');
	const markdown = toMarkdown(HOSTILE, [result]);
	expect(markdown).not.toMatch(/<img|[^\\]\[a]|@all|:\/\//);
	expect(toText(HOSTILE, [result])).not.toMatch(/[<>`\u202e]/);
});

it('says that there are none', () => {
	expect(toText('Fleet', [])).toContain('0 databases: none');
});
