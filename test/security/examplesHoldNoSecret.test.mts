import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, IWorkflowBase } from 'n8n-workflow';

const filesIn = (folder: string, ending: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => join(folder, file));

const WORKFLOWS = filesIn('workflows', '.json');
const DOCUMENTS = [
	'README.md',
	'SECURITY.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	...filesIn('docs', '.md'),
	...filesIn('simulator', '.md'),
];

/** What secrets look like, whoever issues them. */
const SECRET_FORMS: Array<[string, RegExp]> = [
	['private key', /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/],
	['IAM token', /\bMII[A-Za-z0-9+/-]{60,}/],
	['JSON web token', /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/],
	['access key', /\b(?:AKIA|ASIA|HPUA|HST3)[A-Z0-9]{16}\b/],
	[
		'secret key',
		/(?<![A-Za-z0-9/+=_-])(?=[A-Za-z0-9]{0,39}[0-9])(?=[A-Za-z0-9]{0,39}[A-Z])(?=[A-Za-z0-9]{0,39}[a-z])[A-Za-z0-9]{40}(?![A-Za-z0-9/+=_-])/,
	],
	['chat hook', /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}/],
	['chat token', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
	['token of a forge or registry', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|npm_[A-Za-z0-9]{30,})/],
	[
		'user and password in an address',
		/\b[a-z]{2,8}:\/\/[^\s/:@<>{}"'`]{1,60}:[^\s/@<>{}"'`]{1,60}@/,
	],
	['bearer', /\bBearer\s+[A-Za-z0-9._~+/-]{20,}/],
];

const formsIn = (text: string): string[] =>
	SECRET_FORMS.filter(([, form]) => form.test(text)).map(([name]) => name);

const SECRET_NAME =
	/password|passwd|pwd|secret|token|api_?key|access_?key|private_?key|passphrase|cert_?key|key_?tab/i;

/** @returns paths of fields which by their name hold a secret and which hold a text that is no expression. */
function secretsIn(value: unknown, path = ''): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, entry]) => {
		const own = `${path}.${key}`;
		const isSecret = SECRET_NAME.test(key) && typeof entry === 'string' && entry !== '';
		return isSecret && !entry.startsWith('=') ? [own] : secretsIn(entry, own);
	});
}

/** @returns what should not be in a workflow that is handed on. */
function findings(text: string): string[] {
	const workflow = JSON.parse(text) as IWorkflowBase & { meta?: { instanceId?: string } };
	const nodes = workflow.nodes as INode[];
	const stored = nodes.flatMap(({ name, credentials }) =>
		Object.values(credentials ?? {}).some(({ id }) => id !== null)
			? [`${name}: credential id`]
			: [],
	);
	const hooks = nodes.filter(({ webhookId }) => webhookId !== undefined && webhookId !== '');
	return [
		...formsIn(text),
		...nodes.flatMap(({ name, parameters }) => secretsIn(parameters, name)),
		...stored,
		...hooks
			.filter(({ webhookId }) => formsIn(String(webhookId)).length > 0)
			.map(({ name }) => name),
		...(Object.keys(workflow.pinData ?? {}).length > 0 ? ['pinned data'] : []),
		...(Object.keys(workflow.staticData ?? {}).length > 0 ? ['static data'] : []),
		...(workflow.meta?.instanceId === undefined ? [] : ['the ID of an n8n instance']),
	];
}

it('there are workflows and documents to look at', () => {
	expect(WORKFLOWS.length).toBeGreaterThan(7);
	expect(DOCUMENTS.length).toBeGreaterThan(15);
});

it.each(WORKFLOWS)('%s holds no secret and nothing of the n8n that it comes from', (file) => {
	expect(findings(readFileSync(file, 'utf8'))).toEqual([]);
});

it.each(DOCUMENTS)('%s holds no secret', (file) => {
	expect(formsIn(readFileSync(file, 'utf8'))).toEqual([]);
});

describe('the search', () => {
	it.each([
		['private key', '-----BEGIN RSA PRIVATE KEY-----'],
		['IAM token', `MII${'aB3+'.repeat(40)}`],
		['JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijkl'],
		['access key', 'AKIA1234567890ABCDEF'],
		['secret key', 'SK = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD1fH3jL5nP7r"'],
		['user and password in an address', 'postgres://admin:hunter2@db.example.com/x'],
		['bearer', 'Authorization: Bearer abcdefghijklmnopqrstuvwxyz'],
	])('finds a %s', (name, text) => {
		expect(formsIn(`before ${text} after`)).toContain(name);
	});

	it('finds typed passwords, stored credentials, pinned data', () => {
		const workflow = {
			nodes: [
				{
					name: 'DRS',
					parameters: { sourcePassword: 'typed', targetPassword: '={{ $json.x }}' },
					credentials: { otcApi: { id: '7', name: 'x' } },
				},
			],
			pinData: { Start: [] },
			meta: { instanceId: 'x' },
		};
		expect(findings(JSON.stringify(workflow))).toEqual([
			'DRS.sourcePassword',
			'DRS: credential id',
			'pinned data',
			'the ID of an n8n instance',
		]);
	});
});
