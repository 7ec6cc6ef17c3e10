import Ajv2020 from 'ajv/dist/2020.js';
import { CURVES, type Lag } from './lag.mts';
import { PRECHECK_ITEMS } from './precheckItems.mts';
import { CODES, type Code } from './problems.mts';

/** What can be made to happen to a task. */
const OUTCOME_KINDS = [
	'createFails',
	'connectionFails',
	'precheckItem',
	'startFails',
	'fullTransferFails',
	'incrementalFails',
	'releaseFails',
	'delay',
	'status',
] as const;

/** A kind of outcome. */
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What happens to which task. */
export interface OutcomeRule extends Lag {
	/** ID of the task, or its name, in which `*` stands for any characters. Tasks may come into being later. */
	task: string;
	kind: OutcomeKind;
	/** How often it happens to each task that is meant; every time if left out. */
	times?: number;
	/** The message that the task, the connection test or the item gives. */
	reason?: string;
	/** The documented code of a failure: `DRS.KE0002` for connection tests, `DRS.M01501` otherwise. */
	code?: Code;
	/** `connectionFails`: only the test of the source (`so`) or the target (`ta`). */
	side?: 'so' | 'ta';
	/** `precheckItem`: a printed item. */
	item?: string;
	/** `precheckItem`: FAILED if left out. */
	result?: 'FAILED' | 'ALARM';
	/** `fullTransferFails`: the share of the transfer that is done by then, from 0 to below 1; 0.4 if left out. */
	at?: number;
	/** `releaseFails`: only after a normal stop or a forced one. */
	stop?: 'normal' | 'forced';
	/** `status`: what queries show, in place of the status that the task has. */
	status?: string;
}

type Setting = Exclude<keyof OutcomeRule, 'task' | 'kind'>;

const FAILURE: readonly Setting[] = ['times', 'reason', 'code'];

/** What can be said about each kind. */
const SETTINGS: Record<OutcomeKind, readonly Setting[]> = {
	createFails: FAILURE,
	connectionFails: [...FAILURE, 'side'],
	precheckItem: ['times', 'reason', 'item', 'result'],
	startFails: FAILURE,
	fullTransferFails: [...FAILURE, 'at'],
	incrementalFails: FAILURE,
	releaseFails: [...FAILURE, 'stop'],
	delay: ['delay', 'curve', 'perSecond', 'least'],
	status: ['times', 'status'],
};

const REQUIRED: Partial<Record<OutcomeKind, readonly Setting[]>> = {
	precheckItem: ['item'],
	delay: ['delay'],
	status: ['status'],
};

const ajv = new Ajv2020();
const settings: Record<Setting, object> = {
	times: { type: 'integer', minimum: 1 },
	reason: { type: 'string', minLength: 1 },
	code: { enum: CODES },
	side: { enum: ['so', 'ta'] },
	item: { enum: PRECHECK_ITEMS.map(([item]) => item) },
	result: { enum: ['FAILED', 'ALARM'] },
	at: { type: 'number', minimum: 0, exclusiveMaximum: 1 },
	delay: { type: 'integer', minimum: 0 },
	curve: { enum: CURVES },
	perSecond: { type: 'number', exclusiveMinimum: 0 },
	least: { type: 'integer', minimum: 0 },
	stop: { enum: ['normal', 'forced'] },
	status: { type: 'string', pattern: '^[A-Z][A-Z_]*$' },
};
const task = { type: 'string', minLength: 1 };

const SCHEMAS = new Map(
	OUTCOME_KINDS.map((kind) => [
		kind,
		{
			type: 'object',
			required: ['task', ...(REQUIRED[kind] ?? [])],
			additionalProperties: false,
			properties: {
				task,
				kind: true,
				...Object.fromEntries(SETTINGS[kind].map((name) => [name, settings[name]])),
			},
		},
	]),
);

/** @returns what a rule has against it, in a few words; undefined for a valid one */
export function outcomeProblem(rule: unknown): string | undefined {
	const { kind } = (rule ?? {}) as Partial<OutcomeRule>;
	const schema = kind && SCHEMAS.get(kind);
	if (!schema) return `"kind" has to be one of ${OUTCOME_KINDS.join(', ')}`;
	const validate = ajv.compile(schema);
	if (validate(rule)) return undefined;
	const [{ instancePath, message, params }] = validate.errors ?? [];
	const name = instancePath === '' ? kind : `"${instancePath.slice(1)}"`;
	const unknown = params.additionalProperty ? `: ${params.additionalProperty}` : '';
	const listed = params.allowedValues ? `: ${params.allowedValues.join(', ')}` : '';
	return `${name} ${message}${unknown}${listed}`;
}
