import { XMLValidator } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import { COLUMNS } from '../../nodes/OtcDrs/resources/migration/report/columns.ts';
import { toHtml } from '../../nodes/OtcDrs/resources/migration/report/html.ts';
import { toMarkdown } from '../../nodes/OtcDrs/resources/migration/report/markdown.ts';
import { toPicture } from '../../nodes/OtcDrs/resources/migration/report/picture.ts';
import {
	toRow,
	unreadableRow,
	withError,
} from '../../nodes/OtcDrs/resources/migration/report/row.ts';
import { toSvg } from '../../nodes/OtcDrs/resources/migration/report/svg.ts';
import { toText } from '../../nodes/OtcDrs/resources/migration/report/text.ts';

/** What test/unit/OtcDrs/resources/migration/report.test.mts does not try, and where it does not: see there for the rest. */
const HOSTILE = [
	'[x](javascript:alert(1)) <javascript:alert(1)> javascript:alert(1)',
	'[x]: javascript:alert(1)\n\n[x][x] data:text/html,<script>alert(1)</script>',
	'](https://evil.example "x") \\](https://evil.example) ![](//evil.example/p.png)',
	'<svg/onload=alert(1)><a xlink:href="javascript:alert(1)">x</a><![CDATA[',
	']]><!ENTITY x SYSTEM "file:///etc/passwd">&x;<?xml-stylesheet href="//evil.example"?>',
	'</style></title></textarea><iframe srcdoc="x">--><!--',
	'a\\|b\\\\|c | d |\r\n| --- |\r\n# e\r\n> f\r\n- [ ] g\r\n1. h\t|',
	'``` a `` b ` c ~~~ \\` |',
	'<@U123> <!everyone> <https://evil.example|Sign in> @all #general mailto:a@evil.example',
	'\u0000\u0007\u0008\u001b]8;;https://evil.example\u0007x\u009b31m\u007f',
	'\u202eevil\u2066\u2069\u200e\u200f\u061c\ufeff\ufffe\uffff\ud800\udfff\ud83d',
	'{{ $json.secret }} ${7*7} <%= 7 %> =HYPERLINK("//evil.example")',
];

/** Control characters but line breaks, halves of characters, and those that turn the direction of text. */
const UNWANTED = /(?!\n)\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const failed = (text: string) => ({ message: text, description: text });

/** @returns rows in which every text that comes from outside is hostile: the cloud, the workflow's items, failures. */
const rowsOf = (text: string) => [
	toRow(
		{
			id: text,
			name: text,
			status: text,
			engine_type: text,
			inst_info: { engine_type: text, instance_name: text },
			db_use_type: text,
			description: text,
			failed_reason: text,
			error_message: text,
		},
		{ ok: false, failure: failed(text) },
	),
	withError(toRow({ name: text, status: 'CONFIGURATION' }, { ok: true, value: {} }), failed(text)),
	unreadableRow(text, failed(text)),
];

const picture = (texts: readonly string[]) =>
	toPicture(
		{
			title: texts.join(' '),
			generatedAt: 0,
			timeZone: 'UTC',
			columns: COLUMNS,
			sortBy: 'urgency',
		},
		texts.flatMap(rowsOf),
	);

const tagsOf = (document: string, xmlMode: boolean) => {
	const tags = new Set<string>();
	const attributes = new Set<string>();
	const values: string[] = [];
	const others: string[] = [];
	const parser = new Parser(
		{
			onopentag: (tag, attribs) => {
				tags.add(tag);
				for (const [name, value] of Object.entries(attribs)) {
					attributes.add(name);
					values.push(value);
				}
			},
			oncomment: (data) => others.push(data),
			onprocessinginstruction: (_name, data) => others.push(data),
		},
		{ xmlMode },
	);
	parser.end(document);
	return { tags: [...tags].sort(), attributes: [...attributes].sort(), values, others };
};

const harmless = picture(['harmless']);
const hostile = picture(HOSTILE);

describe('hostile texts in every field of a report', () => {
	it.each([
		['HTML', toHtml, false],
		['SVG', toSvg, true],
	] as const)('add no element, attribute, comment or instruction to %s', (_form, render, isXml) => {
		const [expected, actual] = [harmless, hostile].map((one) => tagsOf(render(one), isXml));
		expect(actual.tags).toEqual(expected.tags);
		expect(actual.attributes).toEqual(expected.attributes);
		expect(actual.others).toEqual(expected.others);
		expect(actual.attributes).not.toEqual(expect.arrayContaining(['href', 'src', 'onload']));
	});

	it('leave the SVG well-formed', () => {
		expect(XMLValidator.validate(toSvg(hostile))).toBe(true);
	});

	it('neither link nor format nor mention in Markdown, and keep every row on its line', () => {
		const markdown = toMarkdown(hostile);
		expect(markdown).not.toMatch(/(?<!\\)(\\\\)*[[\]`~$]/);
		expect(markdown).not.toMatch(/[<>]|:\/\/|@[A-Za-z]|(?<!^|#)#[A-Za-z]/m);
		const lines = markdown.split('\n');
		const cells = lines.filter((line) => line.startsWith('|'));
		expect(cells).toHaveLength(HOSTILE.length * 3 + 2);
		for (const line of cells) {
			expect(line.match(/(?<!\\)(\\\\)*\|/g)).toHaveLength(COLUMNS.length + 1);
		}
		expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(2);
		expect(lines.filter((line) => /^(>|1\.|```|\s{4}|\t|---|\[)/.test(line))).toEqual([]);
	});

	it('leave no block of code of a chat, and write no command to a terminal', () => {
		const text = toText(hostile);
		for (const sign of ['<', '>', '`', '\u001b', '\u0007', '\u009b'])
			expect(text).not.toContain(sign);
	});

	it('have no unwanted characters in any form', () => {
		for (const render of [toHtml, toSvg, toMarkdown, toText]) {
			expect(UNWANTED.exec(render(hostile))).toBeNull();
		}
	});
});

describe('hostile numbers', () => {
	it.each(['1e999', '9e99', '-1e999', 'NaN', '0x10', '-5', '', ' ', '<b>', '99999999999999999999'])(
		'%j as progress, delay, rest and time make a whole report',
		(value) => {
			for (const status of ['FULL_TRANSFER_STARTED', 'INCRE_TRANSFER_STARTED', 'CONFIGURATION']) {
				const row = toRow(
					{ name: 'shop', status, create_time: value },
					{
						ok: true,
						value: { progress: value, incre_trans_delay: value, remaining_time: value },
					},
				);
				const one = toPicture(
					{ title: 't', generatedAt: 0, timeZone: 'UTC', columns: COLUMNS, sortBy: 'progress' },
					[row],
				);
				for (const render of [toHtml, toSvg, toMarkdown, toText]) {
					expect(render(one)).toContain('shop');
					expect(render(one)).not.toMatch(/NaN|Infinity|<b>|undefined/);
				}
			}
		},
	);
});
