import { PARKING_FIELDS } from '../../../nodes/shared/n8n/parking/fields.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { OtcApi } from '../../../credentials/OtcApi.credentials.ts';
import codex from '../../../nodes/OtcDrs/OtcDrs.node.json';
import { OtcDrsTrigger } from '../../../nodes/OtcDrsTrigger/OtcDrsTrigger.node.ts';
import * as listSearch from '../../../nodes/OtcDrs/listSearch/index.ts';
import { OtcDrs } from '../../../nodes/OtcDrs/OtcDrs.node.ts';
import { RESOURCES } from '../../../nodes/OtcDrs/resources/index.ts';

const node = new OtcDrs();

const { properties } = node.description;

const inside = (property: INodeProperties): INodeProperties[] => {
	const options = (property.options ?? []) as Array<
		INodeProperties | { values: INodeProperties[] }
	>;
	const nested = ['collection', 'fixedCollection'].includes(property.type) ? options : [];
	return nested
		.flatMap((option) => ('values' in option ? option.values : [option]))
		.flatMap((child) => [child, ...inside(child)]);
};

const all = properties.flatMap((property) => [property, ...inside(property)]);

/** Set by the node itself, in the sub-execution in which it is parked. */
const HIDDEN = PARKING_FIELDS.map(({ name }) => name);

describe('the description of the node', () => {
	it('shows the credentials first', () => {
		expect(properties[0].type).toBe('credentials');
	});

	const operations = (resource: string) =>
		properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		)!;

	it.each([
		[
			'task',
			'createMigration',
			[
				'createDisasterRecovery',
				'createMigration',
				'createSync',
				'delete',
				'get',
				'getMany',
				'getMetrics',
				'getProgress',
				'getStatus',
				'pause',
				'resume',
				'start',
				'stop',
				'update',
				'wait',
			],
		],
		['assessment', 'getSql', ['evaluate', 'getSql']],
		['verification', 'getSql', ['evaluate', 'getSql']],
		['precheck', 'run', ['getResult', 'run']],
		['migration', 'run', ['checkCutOver', 'finish', 'plan', 'report', 'run']],
		['dbInstance', 'getMany', ['getMany']],
		['subnet', 'getMany', ['getMany']],
		['connection', 'test', ['changePassword', 'test', 'testCluster']],
		['comparison', 'create', ['create', 'getResult']],
		['switchover', 'getVipStatus', ['getVipStatus', 'switchVip']],
		[
			'configuration',
			'selectObjects',
			[
				'getParameters',
				'selectObjects',
				'setDataProcessing',
				'setDefiner',
				'setFlowControl',
				'setSyncPolicy',
				'updateParameters',
			],
		],
	])('lists the operations of %s by their fixed names', (resource, usual, values) => {
		const { options, default: preset } = operations(resource);
		expect((options as INodePropertyOptions[]).map(({ value }) => value).sort()).toEqual(values);
		expect(preset).toBe(usual);
	});

	it('asks for the credential of the cloud where the cloud is called only', () => {
		const { displayOptions } = node.description.credentials!.find(({ name }) => name === 'otcApi')!;
		expect(displayOptions).toEqual({ hide: { resource: ['assessment', 'verification'] } });
	});

	it('starts with a task', () => {
		expect(properties.find(({ name }) => name === 'resource')!.default).toBe('task');
	});

	it.each(
		RESOURCES.flatMap(({ operations }) =>
			operations.map(({ option }) => [option.value, option] as const),
		),
	)(
		'%s has a name, an action and a description of its own',
		(_value, { name, action, description }) => {
			expect(name).toMatch(/^[A-Z]/);
			expect(action).toMatch(/^[A-Z]/);
			expect(description).toMatch(/^[A-Z].{20,}[^.]$/);
			expect(description).not.toBe(action);
		},
	);

	it('shows every field for its resource and operation only', () => {
		for (const { name, displayOptions } of properties) {
			if (['credentials', 'resource', 'operation', ...HIDDEN].includes(name)) continue;
			expect([name, displayOptions?.show?.resource, displayOptions?.show?.operation]).toEqual([
				name,
				[expect.any(String)],
				[expect.any(String)],
			]);
		}
	});

	it('explains every field', () => {
		const silent = all
			.filter(
				({ type, description }) =>
					// A notice is its own explanation.
					!['collection', 'notice'].includes(type) && description === undefined,
			)
			.map(({ name }) => name);
		expect(silent).toEqual(['credentials', 'resource', ...RESOURCES.map(() => 'operation')]);
	});

	it('hides what is secret', () => {
		const open = all
			.filter(({ name }) => /password/i.test(name))
			.filter(({ typeOptions }) => typeOptions?.password !== true)
			.map(({ name }) => name);
		expect(open).toEqual([]);
	});

	it('fills every list by a method that exists', () => {
		const methods = all
			.flatMap(({ modes }) => modes ?? [])
			.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []);
		expect(new Set(methods)).toEqual(new Set(Object.keys(listSearch)));
	});

	it('has its icons and its codex file', () => {
		const { light, dark } = node.description.icon as { light: string; dark: string };
		for (const icon of [light, dark]) {
			const path = join('nodes/OtcDrs', icon.replace('file:', ''));
			expect(existsSync(path)).toBe(true);
			expect(readFileSync(path, 'utf8')).toContain('<svg');
		}
		expect(JSON.parse(readFileSync('nodes/OtcDrs/OtcDrs.node.json', 'utf8')).node).toBe(
			'n8n-nodes-otc-drs.otcDrs',
		);
	});
});

describe('the credentials', () => {
	it.each([
		'otc',
		'drs',
		'dms',
		't cloud',
		'telekom',
		'migrate',
		'migration',
		'replication',
		'sync',
		'disaster recovery',
		'cutover',
		'huawei',
	])('is found in the node creator by "%s"', (word) => expect(codex.alias).toContain(word));

	it('describes the node in the node creator, which shows the text of its trigger', () => {
		expect(new OtcDrsTrigger().description.description).toBe(node.description.description);
		expect(node.description.description).toMatch(/^Migrate databases/);
	});

	it('is found with its credential by "otc"', () => {
		expect(new OtcApi().displayName).toBe('Open Telekom Cloud (OTC) API');
	});

	it.each(['stop', 'delete'])('shows a notice on the panel of %s, which is final', (operation) => {
		const notices = properties.filter(
			({ type, displayOptions }) =>
				type === 'notice' && displayOptions?.show?.operation?.includes(operation),
		);
		expect(notices.map(({ displayName }) => displayName)).toEqual([
			expect.stringContaining('is final'),
		]);
	});
});
