import { COLUMNS, formatSpan } from '../../nodes/OtcDrs/resources/migration/report/columns.ts';
import { toHtml } from '../../nodes/OtcDrs/resources/migration/report/html.ts';
import { toMarkdown } from '../../nodes/OtcDrs/resources/migration/report/markdown.ts';
import type { Picture } from '../../nodes/OtcDrs/resources/migration/report/picture.ts';
import { countStates, toRow, type Row } from '../../nodes/OtcDrs/resources/migration/report/row.ts';
import { toSvg } from '../../nodes/OtcDrs/resources/migration/report/svg.ts';
import { toText } from '../../nodes/OtcDrs/resources/migration/report/text.ts';

const HOSTILE = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"'; background:url(javascript:alert(1))",
	'[click](https://evil.example) ![x](https://evil.example/p.png)',
	'| a | b |\n# heading',
	'<!channel> @here `code` **bold**',
	'\u202egnp.exe\u0000\u001b[31m',
	'x'.repeat(5_000),
];

/** Control characters but line breaks, and those that turn the direction of text. */
const UNWANTED = /(?!\n)\p{Cc}|\u202e/u;

const row = (name: string, more: object = {}): Row => ({
	...toRow(
		{ id: 'id-1', name, status: 'FULL_TRANSFER_FAILED', create_time: '1762070400000' },
		{ progress: '41' },
	),
	reason: name,
	...more,
});

const picture = (rows: Row[], title = 'Database migrations'): Picture => ({
	title,
	generatedAt: Date.parse('2026-11-02T08:00:00Z'),
	timeZone: 'UTC',
	columns: COLUMNS,
	counts: countStates(rows),
	rows,
});

/** A reader of XML that knows as much as these documents need: every tag closes, attributes are quoted. */
function tagsOf(document: string): string[] {
	const open: string[] = [];
	const seen: string[] = [];
	const withoutStyle = document.replace(/<style>[^<]*<\/style>/, '').replace('<!DOCTYPE html>', '');
	for (const [, close, name, attributes, self] of withoutStyle.matchAll(
		/<(\/?)([a-z0-9]+)((?:\s+[a-z-]+="[^"<]*")*)\s*(\/?)>/gi,
	)) {
		seen.push(name);
		if (close) expect(open.pop()).toBe(name);
		else if (!self && !['meta', 'br'].includes(name)) open.push(name);
		for (const [, attribute] of attributes.matchAll(/\s([a-z-]+)="[^"]*"/gi))
			expect(attribute).not.toMatch(/^(on|href|src)/i);
	}
	expect(open).toEqual([]);
	const rest = withoutStyle.replace(/<(\/?)([a-z0-9]+)((?:\s+[a-z-]+="[^"<]*")*)\s*(\/?)>/gi, '');
	expect(rest).not.toMatch(/[<>]/);
	return seen;
}

const HTML_TAGS = [
	'html',
	'head',
	'meta',
	'title',
	'body',
	'div',
	'h1',
	'h2',
	'p',
	'span',
	'ul',
	'li',
	'strong',
	'br',
	'table',
	'thead',
	'tbody',
	'tr',
	'th',
	'td',
];

describe('the report with hostile texts', () => {
	const hostile = picture(
		HOSTILE.map((name) => row(name)),
		HOSTILE[0],
	);

	it('is clean HTML without scripts, links and pictures', () => {
		const html = toHtml(hostile);
		for (const tag of tagsOf(html)) expect(HTML_TAGS).toContain(tag);
		expect(html).not.toMatch(UNWANTED);
		expect(html.length).toBeLessThan(60_000);
	});

	it('is clean SVG', () => {
		for (const tag of tagsOf(toSvg(hostile))) expect(['svg', 'rect', 'text']).toContain(tag);
	});

	it('is Markdown without links, pictures, HTML, mentions and broken tables', () => {
		const markdown = toMarkdown(hostile);
		expect(markdown).not.toMatch(/(?<!\\)\[|(?<!\\)!\\?\[|<|@here|https:\/\//);
		expect(markdown).not.toMatch(UNWANTED);
		const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
		for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(COLUMNS.length + 1);
		expect(lines).toHaveLength(HOSTILE.length + 2);
	});

	it('is text without control characters, in short lines', () => {
		const text = toText(hostile);
		expect(text).not.toMatch(UNWANTED);
		expect(text.split('\n').filter((line) => line.startsWith('Task'))).toHaveLength(1);
	});
});

describe('the report', () => {
	it('is short and whole without tasks', () => {
		for (const render of [toHtml, toSvg, toMarkdown, toText]) {
			expect(render(picture([]))).toContain('No tasks');
		}
		tagsOf(toHtml(picture([])));
		tagsOf(toSvg(picture([])));
	});

	it('draws 40 of 500 tasks, and says that there are more', () => {
		const rows = Array.from({ length: 500 }, (_, index) => row(`shop-${index}`));
		const svg = toSvg(picture(rows));
		expect(svg.match(/class="track"/g)).toHaveLength(40);
		expect(svg).toContain('and 460 more');
		expect(toHtml(picture(rows)).match(/<tr>/g)).toHaveLength(501);
	});

	it('shows progress for people and for screen readers', () => {
		const html = toHtml(picture([row('shop')]));
		expect(html).toContain('aria-valuenow="41"');
		expect(html).toContain('width:41%');
	});

	it.each([
		[59, '59 s'],
		[61, '1 min'],
		[7_500, '2 h 5 min'],
		[7_200, '2 h'],
		[100_000, '1 d 3 h'],
	])('writes %d seconds as %s', (seconds, text) => {
		expect(formatSpan(seconds)).toBe(text);
	});
});
