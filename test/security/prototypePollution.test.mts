import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { forgetSessions } from '../support/sessions.mts';
import { toHtml } from '../../nodes/OtcDrs/resources/migration/report/html.ts';
import { COLUMNS } from '../../nodes/OtcDrs/resources/migration/report/columns.ts';
import { toPicture } from '../../nodes/OtcDrs/resources/migration/report/picture.ts';
import { toRow } from '../../nodes/OtcDrs/resources/migration/report/row.ts';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { mergeDeep } from '../../nodes/shared/values/mergeDeep.ts';
import { startSimulator } from '../../simulator/index.mts';
import { LANDINGS } from '../../contract/fields/index.mts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../support/fakeContext.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

/** As text, because `__proto__` in an object literal of JavaScript is something else than in JSON. */
const POLLUTION = `{
	"__proto__": { "polluted": "yes", "success": true, "__proto__": { "polluted": "deeper" } },
	"constructor": { "prototype": { "polluted": "yes" } },
	"prototype": { "polluted": "yes" },
	"source_endpoint": { "__proto__": { "polluted": "yes" }, "constructor": { "prototype": { "polluted": "yes" } } },
	"list": [{ "__proto__": { "polluted": "yes" } }]
}`;

const isClean = (): boolean =>
	[{}, [], () => undefined, '', 1].every((value) => !('polluted' in Object(value))) &&
	Object.keys(Object.prototype).length === 0;

/** @returns whether an object, or one below it, has another prototype than it should, or a key that reaches one. */
function hasForeignPrototype(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	const isPlain = [null, Object.prototype, Array.prototype].includes(prototype as object | null);
	return !isPlain || Object.values(value).some(hasForeignPrototype);
}

afterEach(() => expect(isClean()).toBe(true));

describe('JSON fields', () => {
	it.each([
		['text', POLLUTION],
		['an object from an item', '={{ $json.more }}'],
	])('given as %s pollute nothing, and are refused', async (_kind, json) => {
		const refused = new Set<string>();
		for (const one of LANDINGS) {
			const isCreate = one.resource === 'task' && one.operation.startsWith('create');
			const options = one.base.options as IDataObject | undefined;
			const more = { additionalRequestFields: json };
			const fake = fakeContext({
				parameters: {
					resource: one.resource,
					operation: one.operation,
					...one.base,
					options: { ...options, maxAttempts: 1, ...(isCreate ? {} : more) },
					...(isCreate ? { additionalFields: more } : {}),
				} as INodeParameters,
				answer: () => ({ statusCode: 400, body: {} }),
				items: [{ more: JSON.parse(POLLUTION) as IDataObject }],
				continueOnFail: true,
			});
			const [output] = await findOperation(one.resource, one.operation)!.execute(
				await startRun(fake.context, FORM),
			);
			expect(JSON.stringify(fake.sent)).not.toContain('"list"');
			if (JSON.stringify(output).includes('contains \\"__proto__\\", which is never sent')) {
				refused.add(one.operation);
				expect(fake.sent).toEqual([]);
			}
		}
		expect(refused.size).toBeGreaterThan(10);
	});

	it('are merged without the keys that reach a prototype', () => {
		const merged = mergeDeep<IDataObject>({ a: { b: 1 } }, JSON.parse(POLLUTION) as IDataObject);
		expect(Object.getOwnPropertyNames(merged).sort()).toEqual(['a', 'list', 'source_endpoint']);
		expect(Object.getOwnPropertyNames(merged.source_endpoint)).toEqual([]);
	});
});

describe('answers', () => {
	const entry = (id: unknown): string =>
		`{ "id": ${JSON.stringify(id)}, "job_id": ${JSON.stringify(id)}, "status": "__proto__",
		   "db_password": "x", "success": true, ${POLLUTION.slice(1)}`;
	const answer = (request: SentRequest): FakeAnswer => {
		const lists = Object.values(request.body ?? {}).filter(Array.isArray) as unknown[][];
		const entries = (lists[0] ?? ['e11eaf8f-71ef-4fad-8890-aed7572ajb11']).map((one) =>
			entry(
				typeof one === 'object' ? ((one as IDataObject).job_id ?? (one as IDataObject).name) : one,
			),
		);
		const text = `{ "__proto__": { "polluted": "yes" }, "results": [${entries.join(',')}], "jobs": [${entries.join(',')}], "success": true }`;
		return { statusCode: 200, body: JSON.parse(text) };
	};

	it.each(LANDINGS.map((one) => [`${one.resource}.${one.operation}`, one] as const))(
		'of a hostile service pollute nothing in %s',
		async (_name, one) => {
			const fake = fakeContext({
				parameters: {
					resource: one.resource,
					operation: one.operation,
					...one.base,
					options: { ...(one.base.options as IDataObject | undefined), maxAttempts: 1 },
				},
				items: [{}],
				continueOnFail: true,
				answer,
			});
			const output = await findOperation(one.resource, one.operation)!.execute(
				await startRun(fake.context, FORM),
			);
			expect(fake.sent.length).toBeGreaterThan(0);
			for (const { json } of output.flat() as Array<{ json: IDataObject }>) {
				expect(json.polluted).toBeUndefined();
				expect(hasForeignPrototype(json)).toBe(false);
			}
		},
	);

	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
		'may call a status, an engine or a scenario %s without harm to the report',
		(name) => {
			const row = toRow(
				{ id: '1', name, status: name, engine_type: name, db_use_type: name },
				{ ok: true, value: {} },
			);
			expect([row.statusText, row.scenario]).toEqual([name, name]);
			const picture = toPicture(
				{ title: name, generatedAt: 0, timeZone: 'UTC', columns: COLUMNS, sortBy: 'urgency' },
				[row],
			);
			expect(toHtml(picture)).toContain(name);
		},
	);
});

describe('through the engine', () => {
	it('a JSON field with such a name is refused, and the item beside it is served', async () => {
		forgetSessions();
		const simulator = await startSimulator();
		try {
			const run = await runNode(
				otcEngine(simulator.url),
				{ ...CREATE, additionalFields: { additionalRequestFields: '={{ $json.more }}' } },
				[
					{
						name: 'shop-1',
						more: JSON.parse('{"__proto__":{"polluted":1},"description":"lost"}') as IDataObject,
					},
					{ name: 'shop-2', more: { description: 'kept' } },
				],
				'continueRegularOutput',
			);
			expect(JSON.stringify(run.items('OTC DRS')[0].json.error)).toContain('which is never sent');
			const [{ requestBody }] = simulator.journal.of('createTasks');
			expect(requestBody).toMatchObject({ jobs: [{ name: 'shop-2', description: 'kept' }] });
			expect(JSON.stringify(requestBody)).not.toMatch(/polluted|lost/);
		} finally {
			await simulator.close();
		}
	});
});
