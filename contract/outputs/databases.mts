import type { Assessment } from '../../nodes/shared/assessment/types.ts';
import type { AfterStop } from '../../nodes/shared/verification/afterStop.ts';
import type { Verification } from '../../nodes/shared/verification/types.ts';
import { FORMS } from './forms.mts';
import { orNull, type Fields, type ShapeOf } from './shape.mts';

const ASSESSMENT = {
	server: 'string',
	engine: 'string?',
	verdict: 'string',
	summary: 'string',
	findings: [
		{
			item: 'string',
			title: 'string',
			severity: 'string',
			remedy: 'string',
			side: 'string',
			object: 'string',
			text: 'string',
		},
	],
	unknown: [{ item: 'string', title: 'string', reason: 'string' }],
	notDecided: [{ id: 'string', title: 'string', page: 'string?', reason: 'string' }],
	size: {
		bytes: 'number',
		rows: 'number',
		tables: 'number',
		databases: [{ database: 'string', bytes: 'number', rows: 'number', tables: 'number' }],
		largest: [{ table: 'string', rows: 'number', bytes: 'number' }],
	},
	hours: orNull({ from: 'number', to: 'number', assumptions: 'string' }),
	hints: [{ setting: 'string', text: 'string', objects: ['string'] }],
} as const satisfies ShapeOf<Assessment>;

const VERIFICATION = {
	server: 'string',
	database: 'string',
	engine: 'string?',
	verdict: 'string',
	summary: 'string',
	differences: [
		{
			kind: 'string',
			object: 'string',
			text: 'string',
			chunks: 'number',
			keys: [{ key: ['string?'], where: 'string' }],
		},
	],
	incomparable: [{ object: 'string', reason: 'string' }],
	notes: ['string'],
	tables: { total: 'number', identical: 'number', different: 'number', incomparable: 'number' },
	rows: orNull({ source: 'number', target: 'number' }),
	next: 'string?',
} as const satisfies ShapeOf<Verification>;

const REPAIRS = {
	server: 'string',
	repairs: [{ side: 'string', object: 'string', reason: 'string', sql: 'string' }],
	problem: 'string?',
} as const satisfies ShapeOf<AfterStop>;

const STATEMENT: Fields = {
	server: 'string',
	side: 'string',
	order: 'number',
	name: 'string',
	sql: 'string',
	mayFail: 'boolean',
};

/** What the operations give that ask no service. */
export const DATABASES: Readonly<Record<string, Fields>> = {
	'assessment/evaluate': {
		...ASSESSMENT,
		title: 'string',
		counts: { total: 'number', ready: 'number', needsWork: 'number', cannotTell: 'number' },
		databases: [ASSESSMENT],
		...FORMS,
	},
	'assessment/getSql': STATEMENT,
	'verification/evaluate': {
		...VERIFICATION,
		title: 'string',
		counts: {
			total: 'number',
			identical: 'number',
			differs: 'number',
			cannotBeCompared: 'number',
		},
		databases: [VERIFICATION],
		...FORMS,
	},
	'verification/getSql': { ...STATEMENT, level: 'string', ...REPAIRS },
};
