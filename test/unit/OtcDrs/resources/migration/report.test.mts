import { XMLValidator } from 'fast-xml-parser';
import { COLUMNS } from '../../../../../nodes/OtcDrs/resources/migration/report/columns.ts';
import { toHtml } from '../../../../../nodes/OtcDrs/resources/migration/report/html.ts';
import { toMarkdown } from '../../../../../nodes/OtcDrs/resources/migration/report/markdown.ts';
import {
	unreadableRow,
	withError,
} from '../../../../../nodes/OtcDrs/resources/migration/report/row.ts';
import { toSvg } from '../../../../../nodes/OtcDrs/resources/migration/report/svg.ts';
import { toText } from '../../../../../nodes/OtcDrs/resources/migration/report/text.ts';
import { picture, row } from './report/pictures.mts';
import { harmlessTags, HTML_TAGS, elementsOf } from './report/documents.mts';

const HOSTILE = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"'; background:url(javascript:alert(1))",
	'[click](https://evil.example) ![x](https://evil.example/p.png)',
	'| a | b |\n# heading',
	'<!channel> @here ```code``` **bold** ~~gone~~ #12 www.evil.example $x$',
	'a\u2028b &lt;b&gt; \\| c\\',
	'\ud83d half',
	'\u202egnp.exe\u0000\u001b[31m',
	'x'.repeat(5_000),
];

/** Control characters but line breaks, halves of characters, and those that turn the direction of text. */
const UNWANTED = /(?!\n)\p{Cc}|\p{Cs}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('the report with hostile texts', () => {
	const hostile = picture(
		HOSTILE.map((name) => row(name)),
		HOSTILE[0],
	);
	const forms = [toHtml, toSvg, toMarkdown, toText].map((render) => render(hostile));

	it('is clean HTML without scripts, links and pictures', () => {
		const html = toHtml(hostile);
		for (const tag of harmlessTags(html)) expect(HTML_TAGS).toContain(tag);
		expect(elementsOf(html).text).toContain('<script>alert(1)</script>');
		expect(html.match(/<\/h1>/g)).toHaveLength(1);
	});

	it('is clean SVG', () => {
		const svg = toSvg(hostile);
		expect(XMLValidator.validate(svg)).toBe(true);
		expect(harmlessTags(svg, true).sort()).toEqual(['rect', 'style', 'svg', 'text']);
		expect(elementsOf(svg, true).text).toContain('"><img src=x onerror=alert(1)>');
	});

	it('is Markdown without links, pictures, HTML, mentions and broken tables', () => {
		const markdown = toMarkdown(hostile);
		expect(markdown).not.toMatch(/[<>]|@here|#12|https:\/\/|www\.|(?<!\\)(\\\\)*[[\]`~$]/);
		const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
		expect(lines).toHaveLength(HOSTILE.length + 2);
		for (const line of lines) {
			expect(line.match(/(?<!\\)(\\\\)*\|/g)).toHaveLength(COLUMNS.length + 1);
		}
		expect(markdown).toContain('\\*\\*bold\\*\\*');
		expect(markdown.match(/^#/gm)).toHaveLength(2);
	});

	it('is text that leaves a block of code in no way, in aligned columns', () => {
		const text = toText(hostile);
		expect(text).not.toMatch(/[<>`]/);
		const lines = text.split('\n');
		const head = lines.findIndex((line) => line.startsWith('Task  '));
		const start = [...lines[head]].join('').indexOf('Engine');
		for (const line of lines.slice(head + 1, -1)) {
			expect([...line].slice(start - 2, start).join('')).toBe('  ');
		}
		expect(lines.slice(head)).toHaveLength(HOSTILE.length + 2);
	});

	it('has no control characters, no texts that run backwards, and none without end', () => {
		for (const form of forms) {
			expect(form).not.toMatch(UNWANTED);
			expect(form).not.toContain('x'.repeat(301));
			expect(form).toContain('x…');
		}
	});
});

describe('the report', () => {
	it('is short and whole without tasks', () => {
		for (const render of [toHtml, toSvg, toMarkdown, toText]) {
			const form = render(picture([]));
			expect(form).toContain('No tasks');
			expect(form).not.toMatch(/NaN|Infinity|undefined|Needs attention/);
		}
		expect(XMLValidator.validate(toSvg(picture([])))).toBe(true);
		expect(harmlessTags(toHtml(picture([])))).not.toContain('th');
	});

	it('draws 40 of 500 tasks, lists all of them, and says that there are more', () => {
		const tasks = picture(Array.from({ length: 500 }, (_, index) => row(`shop-${index}`)));
		const svg = toSvg(tasks);
		expect(XMLValidator.validate(svg)).toBe(true);
		expect(svg.match(/class="track"/g)).toHaveLength(40);
		expect(svg).toContain('and 460 more');
		expect(toHtml(tasks).match(/<th scope="row"/g)).toHaveLength(500);
		expect(toMarkdown(tasks).match(/^\| shop-/gm)).toHaveLength(500);
	});

	it('shows progress for people and for screen readers', () => {
		const { elements } = elementsOf(toHtml(picture([row('shop')])));
		const bar = elements.find(({ attributes }) => attributes.role === 'progressbar');
		expect(bar?.attributes).toMatchObject({
			'aria-label': 'Progress of shop',
			'aria-valuenow': '41',
		});
		const filled = elements.find(({ attributes }) => attributes.class === 'bar-failed');
		expect(filled?.attributes.width).toBe('41%');
		expect(elements.filter(({ tag }) => tag === 'h1')).toHaveLength(1);
	});

	it.each([
		['0', 0],
		['100', 300],
		['250', 300],
		['-5', 0],
	])('draws a progress of %s %% within the track', (progress, width) => {
		const tasks = picture([row('shop', 'FULL_TRANSFER_STARTED', { progress })]);
		const { elements } = elementsOf(toSvg(tasks), true);
		const bars = elements.filter(({ attributes }) => attributes.height === '12');
		expect(bars[1]?.attributes.width ?? '0').toBe(width === 0 ? '0' : width.toFixed(1));
		expect(elementsOf(toHtml(tasks)).text).toContain(`${width / 3} %`);
	});

	it('puts what needs attention first: failed tasks, unread ones, tasks that failed in the workflow', () => {
		const tasks = picture([
			row('replicating', 'INCRE_TRANSFER_STARTED', { incre_trans_delay: '61000' }),
			withError(row('prepared', 'CONFIGURATION'), {
				message: 'Pre-Check: binlog is off',
				description: 'Switch it on',
			}),
			unreadableRow('lost', { message: 'Task lost: does not exist' }),
			row('broken'),
		]);
		expect(tasks.rows.map(({ name }) => name)).toEqual([
			'broken',
			'lost',
			'prepared',
			'replicating',
		]);
		expect(tasks.counts).toMatchObject({ total: 4, attention: 3, failed: 1, waiting: 1 });
		for (const render of [toMarkdown, toText]) {
			expect(render(tasks)).toContain('Needs attention: 3');
			expect(render(tasks)).toMatch(/Pre-Check: binlog is off\s+Switch it on/);
		}
	});
});
