import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import { toHtml } from '../../nodes/OtcDrs/resources/migration/report/html.ts';
import { toPicture } from '../../nodes/OtcDrs/resources/migration/report/picture.ts';
import { taskless } from '../../nodes/OtcDrs/resources/migration/report/row.ts';
import { createEngine } from '../support/n8nEngine.mts';
import { noteNode, readNode, startNode } from '../support/standInNodes.mts';
import { shownTexts, type ShownText } from './support/shownTexts.mts';
import { tagsOf } from '../support/tagsOf.mts';

/** A name or message as an attacker would choose it: for Slack, for HTML, and already escaped once. */
const HOSTILE =
	'<!channel> <@U1> <https://evil.example|Approve now> <a href="//evil.example">x</a> <img src=x onerror=alert(1)> </h1> &lt;!here&gt;';
const HARMLESS = 'shop-db';

/** Fields of a message that programs read, and that no one is shown. */
const FOR_PROGRAMS = ['taskId', 'task', 'status', 'event', 'detectedAt'];

const FOLDER = join(__dirname, '..', '..', 'workflows');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const nodesOf = (file: string): INode[] =>
	(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as IWorkflowBase).nodes;

const engine = createEngine({
	nodeTypes: { 'test.start': startNode(), 'test.note': noteNode(), 'test.read': readNode() },
});

/** @returns the value of an expression in n8n, behind nodes that all gave the same item; undefined where n8n refuses. */
async function valueOf(expression: string, json: IDataObject): Promise<string | undefined> {
	const others = [...expression.matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
	const names = ['Start', ...new Set(others), 'Read'];
	const nodes = names.map((name) => ({
		id: name,
		name,
		type: name === 'Start' ? 'test.start' : name === 'Read' ? 'test.read' : 'test.note',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: name === 'Read' ? { value: expression } : {},
	}));
	const connections = Object.fromEntries(
		names
			.slice(0, -1)
			.map((name, index) => [
				name,
				{ main: [[{ node: names[index + 1], type: 'main' as const, index: 0 }]] },
			]),
	);
	const pinData = { Start: [{ json }] };
	const run = await engine.run({ nodes, connections }, { startNode: 'Start', pinData });
	const value = run.items('Read')[0]?.json.value;
	return typeof value === 'string' ? value : undefined;
}

/** @returns the fields of items that an expression reads, such as `error.message`, without those that hold others. */
function fieldsOf(expression: string): string[] {
	const paths = [...expression.matchAll(/json((?:\??\.\w+(?![\w(]))+)/g)].map(([, path]) =>
		path.replaceAll('?', '').slice(1),
	);
	return [...new Set(paths)].filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
}

/** The report is HTML as OTC DRS makes it, from texts of any origin. */
function reportOf(text: string): string {
	const { columns, ...rest } = { columns: ['name', 'reason'] as const, sortBy: 'name' as const };
	return toHtml(
		toPicture({ title: text, generatedAt: 0, timeZone: 'UTC', columns: [...columns], ...rest }, [
			taskless(text, { message: text, description: text }),
		]),
	);
}

function itemWith(fields: readonly string[], text: string): IDataObject {
	const item: IDataObject = {};
	for (const field of fields) {
		const path = field.split('.');
		const last = path.pop()!;
		let place = item;
		for (const name of path) place = (place[name] ??= {}) as IDataObject;
		place[last] = last === 'html' ? reportOf(text) : text;
	}
	return item;
}

/** @returns the fields all together, without those that come first, and each alone: so that every alternative is taken. */
const choicesOf = (fields: readonly string[]): string[][] => [
	...fields.map((_, index) => fields.slice(index)),
	...fields.map((field) => [field]),
];

const leavesOf = (value: unknown, name = ''): string[] => {
	if (typeof value === 'string') return FOR_PROGRAMS.includes(name) ? [] : [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, key));
};

const decoded = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

interface Looked {
	/** What should not be there. */
	dangers: string[];
	/** Whether the hostile text is shown as it was, where anything is shown. */
	shows: boolean;
}

function lookAt({ form }: ShownText, hostile: string, harmless: string): Looked {
	if (form === 'html') {
		const expected = tagsOf(harmless).join();
		const tags = tagsOf(hostile).join();
		return { dangers: tags === expected ? [] : [tags], shows: decoded(hostile).includes('evil') };
	}
	const texts = form === 'json' ? leavesOf(JSON.parse(hostile)) : [hostile];
	return {
		dangers: texts.filter((text) => /[<>]|&(?!(?:amp|lt|gt);)/.test(text)),
		shows: texts.length === 0 || texts.some((text) => decoded(text).includes(HOSTILE)),
	};
}

/** @returns what is wrong with a text that a workflow shows: what gets through, or that nothing is shown. */
async function faultsOf(shown: ShownText): Promise<string[]> {
	const looked: Looked[] = [];
	for (const fields of choicesOf(fieldsOf(shown.expression))) {
		const hostile = await valueOf(shown.expression, itemWith(fields, HOSTILE));
		const harmless = await valueOf(shown.expression, itemWith(fields, HARMLESS));
		if (hostile !== undefined && harmless !== undefined)
			looked.push(lookAt(shown, hostile, harmless));
	}
	const dangers = looked.flatMap((one) => one.dangers);
	return looked.some(({ shows }) => shows) ? dangers : [...dangers, 'shows nothing'];
}

it('there are workflows, and most show something', () => {
	expect(FILES.length).toBeGreaterThan(7);
	const shown = FILES.filter((file) => shownTexts(nodesOf(file)).length > 0);
	expect(shown).toEqual(FILES);
});

describe.each(FILES)('%s', (file) => {
	it.each(shownTexts(nodesOf(file)).map((shown): [string, ShownText] => [shown.node, shown]))(
		'%s: no mention, link or element from outside survives',
		async (_node, shown) => {
			expect(await faultsOf(shown)).toEqual([]);
		},
	);
});

describe('the search', () => {
	const esc = ".replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')";

	it.each<[string, string, INode['parameters']]>([
		[
			'a message as it is',
			'httpRequest',
			{ jsonBody: '={{ JSON.stringify({ text: $json.name }) }}' },
		],
		[
			'the second choice of a message',
			'httpRequest',
			{ jsonBody: `={{ JSON.stringify({ text: $json.name?.toString()${esc} ?? $json.id }) }}` },
		],
		[
			'a message whose & is forgotten',
			'httpRequest',
			{
				jsonBody: `={{ JSON.stringify({ text: $json.name.replaceAll('<', '&lt;').replaceAll('>', '&gt;') }) }}`,
			},
		],
		[
			'an attachment of a message',
			'httpRequest',
			{
				jsonBody:
					'={{ JSON.stringify({ text: "x", attachments: [{ text: $json.error.message }] }) }}',
			},
		],
		['a mail', 'emailSend', { html: '=<p>{{ $json.name }}</p>' }],
		['a page', 'form', { completionMessage: '=Task {{ $json.name }}' }],
		[
			'a text for messages',
			'set',
			{ assignments: { assignments: [{ name: 'text', value: '={{ $json.name }}' }] } },
		],
		['data of another node', 'emailSend', { html: "=<p>{{ $('Start').first().json.name }}</p>" }],
	])('finds %s', async (_what, type, parameters) => {
		const [shown] = shownTexts([
			{
				id: 'x',
				name: 'X',
				type: `n8n-nodes-base.${type}`,
				typeVersion: 1,
				position: [0, 0],
				parameters,
			},
		]);
		expect(await faultsOf(shown)).not.toEqual([]);
	});

	it('does not pass over a node that it does not know', () => {
		const node = { id: 'x', name: 'X', typeVersion: 1, parameters: {} };
		const position: [number, number] = [0, 0];
		expect(() => shownTexts([{ ...node, position, type: 'n8n-nodes-base.slack' }])).toThrow(
			'what does n8n-nodes-base.slack show?',
		);
	});
});
