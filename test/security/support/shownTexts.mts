import type { INode } from 'n8n-workflow';

/** A text that a workflow shows to people, as n8n's field holds it. */
export interface ShownText {
	node: string;
	expression: string;
	/** `json`: the body of a message, whose texts are shown; `html`: a page with elements of its own; `text`: only text. */
	form: 'json' | 'html' | 'text';
}

type Parameters = Record<string, unknown>;

interface Assignments {
	assignments?: Array<{ name: string; value: unknown }>;
}

const found = (
	node: string,
	form: ShownText['form'],
	expressions: readonly unknown[],
): ShownText[] =>
	expressions
		.filter((value): value is string => typeof value === 'string' && value.startsWith('='))
		.map((expression) => ({ node, form, expression }));

/** What these nodes show; n8n itself escapes the other texts of mails, and the titles of pages. */
const SHOWN: Record<string, (name: string, parameters: Parameters) => ShownText[]> = {
	httpRequest: (name, { jsonBody }) => found(name, 'json', [jsonBody]),
	emailSend: (name, { html, options }) => [
		...found(name, 'html', [html]),
		...found(name, 'text', [(options as Parameters | undefined)?.responseFormDescription]),
	],
	form: (name, { completionMessage }) => found(name, 'text', [completionMessage]),
	set: (name, { assignments }) =>
		found(
			name,
			'text',
			((assignments as Assignments | undefined)?.assignments ?? [])
				.filter(({ name: field }) => field === 'text')
				.map(({ value }) => value),
		),
};

/** Nodes that show nothing from outside to people. */
const SILENT = [
	'code',
	'dataTable',
	'extractFromFile',
	'filter',
	'formTrigger',
	'if',
	'manualTrigger',
	'merge',
	'mySql',
	'noOp',
	'postgres',
	'removeDuplicates',
	'respondToWebhook',
	'scheduleTrigger',
	'splitInBatches',
	'splitOut',
	'stickyNote',
	'switch',
	'wait',
	'webhook',
];

const OURS = 'n8n-nodes-otc-drs.';
const N8N = 'n8n-nodes-base.';

/**
 * Collects what a workflow shows to people: messages to chats and tickets, mails, pages, and texts for those.
 *
 * @param nodes of the workflow
 * @returns the expressions; texts without data of the workflow are left out
 * @throws Error at a type of node of which it is not known what it shows
 */
export function shownTexts(nodes: readonly INode[]): ShownText[] {
	return nodes
		.filter(({ type }) => !type.startsWith(OURS))
		.flatMap(({ type, name, parameters }) => {
			const short = type.replace(N8N, '');
			if (SILENT.includes(short)) return [];
			if (SHOWN[short] === undefined) throw new Error(`${name}: what does ${type} show?`);
			return SHOWN[short](name, parameters);
		});
}
