import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { createRandom } from '../../simulator/random.mts';
import { LANDINGS } from '../../contract/fields/index.mts';
import { locator, type OperationLandings } from '../../contract/fields/landing.mts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../support/fakeContext.mts';

/** What V8 says of a value that is not what the code took it for. */
const RAW =
	/is not a function|cannot read propert|is not iterable|is not defined|undefined \(reading|null \(reading|Cannot convert|Invalid time value|circular structure|toISOString|\bTypeError\b|\bRangeError\b/i;

const STATUSES = [200, 202, 200, 400, 409, 422, 404];

/** Values that stand where something else is expected. */
const STRANGE: readonly unknown[] = [
	null,
	true,
	false,
	0,
	-1,
	1e308,
	'',
	' ',
	'null',
	'not a number',
	'2020-12-21 10:57:49',
	'2020-13-45',
	[],
	[null],
	[[]],
	['text'],
	[{}],
	{},
	{ a: { b: [null] } },
	{ length: -1 },
	{ toString: 'x' },
	{ __proto__: null },
];

/** An answer of the right kind, with all that the operations read. */
function rightAnswer({ body, url }: SentRequest): IDataObject {
	const lists = Object.values(body ?? {}).filter(Array.isArray) as unknown[][];
	const id = '140b5236-88ad-43c8-811c-1268453jb101';
	const results = (lists[0] ?? [{}]).map((entry) => {
		const fields = typeof entry === 'object' && entry !== null ? (entry as IDataObject) : {};
		const own = String(fields.job_id ?? fields.id ?? (fields.name ? id : entry));
		return {
			id: own,
			job_id: own,
			precheck_id: own,
			name: fields.name,
			status: 'INCRE_TRANSFER_STARTED',
			success: true,
			create_time: '1608519469412',
			process: '100%',
			precheck_result: [{ item: 'dbClockConsistency', result: 'FAILED', failed_reason: 'late' }],
			transfer_status: 'x',
			incre_trans_delay: '3',
			progress_map: { table: { completed: '1', total: '2' } },
			source_endpoint: { ip: '10.0.0.5', db_port: 1 },
			target_endpoint: { ip: '10.0.0.6' },
			inst_info: { engine_type: 'mysql' },
			failed_reason: 'none',
			error_code: undefined,
		};
	});
	return {
		count: results.length,
		total_record: 1,
		results: results as IDataObject[],
		jobs: [{ id, name: 'shop-1', status: 'CONFIGURATION', create_time: '2020-12-21 10:57:49' }],
		params_list: [
			{
				params: [
					{
						key: 'x',
						source_value: '1',
						target_value: '2',
						compare_result: 'false',
						group: 'common',
					},
				],
			},
		],
		datapoints: [{ timestamp: 1_600_000_000_000, average: 1 }],
		metric_name: url.includes('cpu') ? 'cpu_util' : 'mem_util',
		success: true,
		should_restart: 'false',
		status: 'SWITCH_VIP_COMPLETE',
	};
}

/** Replaces one value of an answer, at any depth, by something strange; sometimes the whole answer. */
function spoil(answer: IDataObject, random: () => number): unknown {
	const pick = <T,>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
	if (random() < 0.05) return pick(STRANGE);
	const copy = structuredClone(answer);
	let place: unknown = copy;
	for (;;) {
		const keys = Object.keys(place as object);
		if (keys.length === 0) return copy;
		const key = pick(keys);
		const inner = (place as Record<string, unknown>)[key];
		if (typeof inner === 'object' && inner !== null && random() < 0.7) {
			place = inner;
			continue;
		}
		const cut = random() < 0.2;
		if (cut) delete (place as Record<string, unknown>)[key];
		else (place as Record<string, unknown>)[key] = structuredClone(pick(STRANGE));
		return copy;
	}
}

/** An operation with what every request of it needs. */
type Fuzzed = Pick<OperationLandings, 'resource' | 'operation' | 'base'>;

const ROUNDS = 40;

/** @returns all that a user gets to see of a run: its items or what was thrown, and its hints */
async function shownBy(
	one: Fuzzed,
	answer: (request: SentRequest) => FakeAnswer,
	continueOnFail: boolean,
): Promise<string> {
	const fake = fakeContext({
		parameters: {
			resource: one.resource,
			operation: one.operation,
			...one.base,
			options: {
				...(one.base.options as IDataObject | undefined),
				maxAttempts: 2,
				maxRetryWait: 0,
			},
		},
		items: [{}],
		continueOnFail,
		answer,
	});
	const operation = findOperation(one.resource, one.operation)!;
	const shown: unknown = await operation
		.execute(await startRun(fake.context, FORM))
		.catch((thrown: unknown) => thrown);
	if (!(shown instanceof Error)) return JSON.stringify([shown, fake.hints]);
	if (!(shown instanceof NodeApiError) && !(shown instanceof NodeOperationError)) {
		return `TypeError? ${shown.stack}`;
	}
	return [shown.message, shown.description].join('\n');
}

const login = (side: 'source' | 'target') => ({
	[`${side}Database`]: {
		authentication: 'defineBelow',
		user: 'user',
		password: 'Secret-1',
		ip: '10.0.0.5',
		dbPort: 3306,
	},
});

/** Whole ways, which have no landings of their own. */
const WAYS: Fuzzed[] = [
	{
		resource: 'migration',
		operation: 'run',
		base: {
			name: 'shop-1',
			engineType: 'mysql',
			subnet: locator('352ad828-3467-4f03-987a-c55a5a9dd417'),
			targetInstance: locator('e05a3679efe241d8b5dee80b17c1a863in01'),
			...login('source'),
			...login('target'),
			configure: ['setDefiner', 'alignParameters'],
			options: {
				dbUseType: 'migration',
				jobDirection: 'up',
				netType: 'vpn',
				taskType: 'FULL_INCR_TRANS',
				waitFor: 'nothing',
			},
			replaceDefiner: true,
		},
	},
	{
		resource: 'migration',
		operation: 'report',
		base: { source: 'allTasks', sortBy: 'urgency', columns: [] },
	},
];

const FUZZED: readonly Fuzzed[] = [...LANDINGS, ...WAYS];

describe.each(FUZZED.map((one) => [`${one.resource}.${one.operation}`, one] as const))(
	'%s',
	(name, one) => {
		it('answers every malformed answer with items or an explained error', async () => {
			const random = createRandom(name.length * 7919);
			for (let round = 0; round < ROUNDS; round++) {
				const answer = (request: SentRequest): FakeAnswer => ({
					statusCode: STATUSES[Math.floor(random() * STATUSES.length)],
					body: spoil(rightAnswer(request), random) as IDataObject,
				});
				const shown = await shownBy(one, answer, round % 2 === 0);
				expect([round, shown.match(RAW)?.[0], RAW.test(shown) ? shown.slice(0, 600) : '']).toEqual([
					round,
					undefined,
					'',
				]);
			}
		});
	},
);
