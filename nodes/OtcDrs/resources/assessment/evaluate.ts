import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { assess } from '../../../shared/assessment/assess';
import { toHtml } from '../../../shared/assessment/report/html';
import { toMarkdown } from '../../../shared/assessment/report/markdown';
import { toText } from '../../../shared/assessment/report/text';
import type { Assessment, AssessmentSettings } from '../../../shared/assessment/types';
import { success, type Outcome } from '../../../shared/failures/failure';
import type { Reader } from '../../../shared/n8n/parameters/reader';
import { toFailedRun } from '../../../shared/n8n/results';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { readInputRows } from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import { EVALUATE_FIELDS } from './fields';

const GIGABYTE = 1024 ** 3;

const FILES = {
	html: { extension: 'html', mimeType: 'text/html' },
	markdown: { extension: 'md', mimeType: 'text/markdown' },
	text: { extension: 'txt', mimeType: 'text/plain' },
} as const;

type Form = keyof typeof FILES;

interface Asked {
	settings: Partial<AssessmentSettings>;
	output: 'items' | 'report';
	title: string;
	files: readonly Form[];
}

const OPTIONS = [
	'databases',
	'direction',
	'files',
	'incremental',
	'replaceDefiner',
	'asTaskUser',
	'usesTls',
	'targetDisk',
];

function readAsked(parameters: Reader): Outcome<Asked> {
	const read = parameters.same([
		'scenario',
		'output',
		'title',
		...OPTIONS.map((name) => `options.${name}`),
	]);
	if (!read.ok) return read;
	const fields = read.value;
	const disk = fields.number('options.targetDisk') ?? 0;
	const files = fields.list<Form>('options.files') ?? ['html'];
	return success({
		settings: withoutUndefined({
			scenario: fields.option<AssessmentSettings['scenario']>('scenario'),
			direction: fields.option<AssessmentSettings['direction']>('options.direction'),
			databases: fields.list('options.databases'),
			incremental: fields.flag('options.incremental'),
			replaceDefiner: fields.flag('options.replaceDefiner'),
			asTaskUser: fields.flag('options.asTaskUser'),
			usesTls: fields.flag('options.usesTls'),
			targetDisk: disk > 0 ? disk * GIGABYTE : undefined,
		}),
		output: fields.option<Asked['output']>('output') ?? 'items',
		title: fields.text('title') ?? 'Assessment of databases',
		files: (Object.keys(FILES) as Form[]).filter((form) => files.includes(form)),
	});
}

async function reportItem(
	context: IExecuteFunctions,
	assessments: readonly Assessment[],
	{ title, files }: Asked,
): Promise<INodeExecutionData> {
	const forms: Record<Form, string> = {
		html: toHtml(title, assessments),
		markdown: toMarkdown(title, assessments),
		text: toText(title, assessments),
	};
	const binary: IBinaryKeyData = {};
	for (const form of files) {
		const { extension, mimeType } = FILES[form];
		const name = `assessment.${extension}`;
		binary[form] = await context.helpers.prepareBinaryData(
			Buffer.from(forms[form]),
			name,
			mimeType,
		);
	}
	const count = (verdict: Assessment['verdict']): number =>
		assessments.filter((each) => each.verdict === verdict).length;
	return {
		json: {
			title,
			counts: {
				total: assessments.length,
				ready: count('ready'),
				needsWork: count('needs work'),
				cannotTell: count('cannot tell'),
			},
			databases: assessments.map((each) => ({ ...each })),
			...forms,
		},
		binary,
		pairedItem: context.getInputData().map((_, item) => ({ item })),
	};
}

async function execute({ context, parameters }: LocalRun): Promise<INodeExecutionData[]> {
	const asked = readAsked(parameters);
	if (!asked.ok) return toFailedRun(context, asked.failure);
	const rows = readInputRows(context);
	if (!rows.ok) return toFailedRun(context, rows.failure);
	const assessments = assess(rows.value.items, asked.value.settings);
	return asked.value.output === 'report'
		? [await reportItem(context, assessments, asked.value)]
		: assessments.map((each) => ({
				json: { ...each },
				pairedItem: rows.value.itemsOf(each.server),
			}));
}

/** Assessment → Evaluate: the verdict on each pair of databases. */
export const evaluate: LocalOperation = {
	isLocal: true,
	option: {
		name: 'Evaluate',
		value: 'evaluate',
		action: 'Evaluate an assessment',
		description:
			'Turn the rows of all databases, source and target together, into a verdict for each: what to solve, size, duration, settings',
	},
	properties: EVALUATE_FIELDS,
	execute,
};
