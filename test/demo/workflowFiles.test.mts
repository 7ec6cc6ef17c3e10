import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OtcApi } from '../../credentials/OtcApi.credentials.ts';
import { OtcDrsSourceDatabaseApi } from '../../credentials/OtcDrsSourceDatabaseApi.credentials.ts';
import { OtcDrsTargetDatabaseApi } from '../../credentials/OtcDrsTargetDatabaseApi.credentials.ts';
import {
	CREDENTIAL_NAMES,
	databaseCredentials,
	mailCredential,
	sampleCredentials,
} from '../../demo/lib/credentials.mts';
import { pointAtInbox } from '../../demo/lib/inbox/pointAt.mts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { TOUR } from '../../demo/lib/tour.mts';
import type { WorkflowFile } from '../../demo/lib/workflows.mts';
import {
	files,
	descriptionOf,
	ROOT,
	PACKAGE,
	propertiesOf,
	unknownFields,
} from './workflowFile.mts';

/** Triggers that anyone can start who reaches n8n, as long as they ask for no authentication. */
const OPEN_TO_CALLERS = ['n8n-nodes-base.webhook', 'n8n-nodes-base.formTrigger'];

/** They ask nothing of the cloud, and need no credential. */
const LOCAL_RESOURCES = ['assessment', 'verification'];

/** Those that do nothing until somebody calls them or opens their form. */
const PUBLISHED_IN_DEMO = [
	'create-migration-task',
	'cut-over',
	'fleet-from-csv',
	'form-migrate-a-database',
	'migrate-and-notify',
];

describe.each(files)('Workflow %s', (file, workflow) => {
	const otcDrsNodes = workflow.nodes.filter(({ type }) => descriptionOf(type) !== undefined);

	it('uses OTC DRS under the name that users get by installing the package', () => {
		const { name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
			name: string;
		};
		expect(PACKAGE).toBe(name);
		expect(workflow.nodes.filter(({ type }) => type.startsWith(PACKAGE))).toEqual(otcDrsNodes);
		expect(new Set(otcDrsNodes.map(({ typeVersion }) => typeVersion))).toEqual(new Set([1]));
	});

	it('sets only fields that the node has, and values that its lists offer', () => {
		for (const node of otcDrsNodes) {
			const { parameters } = node;
			const known = propertiesOf(node);
			expect(unknownFields(parameters, known)).toEqual([]);
			for (const { name, type, options } of known.filter(({ type }) => type === 'options')) {
				const offered = (options ?? []).map((option) => ('value' in option ? option.value : type));
				const value = parameters[name];
				if (typeof value === 'string' && value.startsWith('=')) continue;
				expect([name, offered.includes((value ?? offered[0]) as string)]).toEqual([name, true]);
			}
		}
	});

	it('has no time limit if it waits for hours, also where n8n has one for all workflows', () => {
		const waits = otcDrsNodes.some(
			({ parameters: { resource, operation } }) =>
				findOperation(String(resource), String(operation))?.work !== undefined,
		);
		const executionTimeout = workflow.settings?.executionTimeout;
		expect(executionTimeout).toBe(waits ? -1 : undefined);
	});

	it('sends its messages to the inbox in the demo', () => {
		const settings = (nodes: unknown) =>
			JSON.stringify(nodes).match(/"name":"\w+Url","value":"[^"]*"/g) ?? [];
		const pointed = settings(pointAtInbox(workflow as WorkflowFile, 'http://inbox').nodes);
		expect(pointed).toHaveLength(settings(workflow.nodes).length);
		for (const address of pointed) expect(address).toMatch(/"value":"http:\/\/inbox\/[a-z-]+"$/);
	});

	it('is published in the demo if it only waits for calls or forms', () => {
		const { active } = pointAtInbox(workflow as WorkflowFile, 'http://inbox');
		expect(active).toBe(PUBLISHED_IN_DEMO.includes(file));
	});

	it('refers to credentials of other nodes by name only, and to those that the demo creates', () => {
		const made = [mailCredential(25), ...databaseCredentials()].map(
			({ type, name }) => `${type}: ${name}`,
		);
		for (const { type, credentials = {} } of workflow.nodes) {
			if (type.startsWith(PACKAGE)) continue;
			for (const [kind, { id, name }] of Object.entries(credentials)) {
				expect([id, made]).toEqual([null, expect.arrayContaining([`${kind}: ${name}`])]);
			}
		}
	});

	it('refers to credentials by name only, and to those that the demo creates', () => {
		const names: Record<string, string> = CREDENTIAL_NAMES;
		const used = otcDrsNodes.flatMap(({ credentials }) => Object.entries(credentials ?? {}));
		const asksCloud = otcDrsNodes.some(
			({ parameters }) => !LOCAL_RESOURCES.includes(String(parameters.resource)),
		);
		expect(used.length > 0).toBe(asksCloud);
		for (const [type, reference] of used) {
			expect(reference).toEqual({ id: null, name: names[type] });
		}
	});

	it('connects nodes that it has, each with an id of its own', () => {
		const names = workflow.nodes.map(({ name }) => name);
		const targets = Object.values(workflow.connections).flatMap(({ main }) => main.flat());
		for (const name of [...Object.keys(workflow.connections), ...targets.map(({ node }) => node)]) {
			expect(names).toContain(name);
		}
		expect(new Set(workflow.nodes.map(({ id }) => id)).size).toBe(workflow.nodes.length);
		expect(new Set(names).size).toBe(names.length);
	});

	it('says on the canvas what to do before others can start it', () => {
		const open = workflow.nodes.filter(({ type }) => OPEN_TO_CALLERS.includes(type));
		const notes = workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		for (const node of open) {
			expect(node).toMatchObject({ notes: 'Set Authentication first', notesInFlow: true });
			expect(notes.map(({ parameters }) => parameters.content).join('\n')).toMatch(
				/Set Authentication to \*(Header|Basic) Auth\* before/,
			);
		}
	});

	it('skips the messages to Slack if there is no address, and has none at first', () => {
		const settings = workflow.nodes.find(({ name }) => name === 'Settings');
		const address = JSON.stringify(settings ?? {}).match(
			/"name":"slackWebhookUrl","value":"(.*?)"/,
		);
		expect(address?.[1] ?? '').toBe('');
		const calls = workflow.nodes.filter(({ parameters }) =>
			String(parameters.url).includes('slackWebhookUrl'),
		);
		for (const { name } of calls) {
			const before = Object.entries(workflow.connections).flatMap(([from, { main }]) =>
				main.flatMap((targets, output) =>
					targets.some(({ node }) => node === name) ? [[from, output]] : [],
				),
			);
			expect(before).toEqual([['Slack Address?', 0]]);
		}
	});

	it('has a description for the list of workflows', () => {
		expect(workflow.description).toMatch(/^[A-Z].{20,150}\.$/);
	});

	it('explains itself in notes and holds no password', () => {
		const notes = workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.length).toBeGreaterThanOrEqual(2);
		expect(JSON.stringify(workflow.nodes)).not.toMatch(/passw0rd|"(source|target)Password"/i);
		expect(file).toMatch(/^[a-z-]+$/);
	});
});

describe('The workflow that the demo runs', () => {
	const workflow = files.find(([file]) => file === TOUR.workflow)?.[1];

	it('is published, has the webhook that is called and the nodes that are shown', () => {
		expect(workflow?.active).toBe(true);
		const webhook = workflow?.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
		expect(`webhook/${String(webhook?.parameters.path)}`).toBe(TOUR.webhook);
		const names = workflow?.nodes.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([TOUR.job, TOUR.next]));
	});
});

describe('The sample credentials', () => {
	const credentials = sampleCredentials('http://127.0.0.1:8085', {
		domainName: 'domain',
		userName: 'user',
		password: 'password',
	});

	it('set only fields that the credentials have', () => {
		const types = [new OtcApi(), new OtcDrsSourceDatabaseApi(), new OtcDrsTargetDatabaseApi()];
		for (const { type, data } of credentials) {
			const known = types.find(({ name }) => name === type)?.properties ?? [];
			expect(Object.keys(data).filter((key) => !known.some(({ name }) => name === key))).toEqual(
				[],
			);
		}
	});

	it('point at the simulator', () => {
		expect(credentials.find(({ type }) => type === 'otcApi')?.data).toMatchObject({
			region: 'custom',
			iamEndpoint: 'http://127.0.0.1:8085',
			serviceEndpoint: 'http://127.0.0.1:8085/{service}',
		});
	});
});
