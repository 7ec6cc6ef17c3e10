import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { assess } from '../../../shared/assessment/assess';
import { toHtml } from '../../../shared/assessment/report/html';
import { toMarkdown } from '../../../shared/assessment/report/markdown';
import { toText } from '../../../shared/assessment/report/text';
import type { Assessment, AssessmentSettings } from '../../../shared/assessment/types';
import { success, type Outcome } from '../../../shared/failures/failure';
import { numberField } from '../../../shared/n8n/numberField';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { catchFailure } from '../../../shared/n8n/readEach';
import { toFailedRun } from '../../../shared/n8n/results';
import { readFlag, readText } from '../../../shared/values/read';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { readChoice, readDatabases, readInputRows } from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import { DIRECTION_FIELD, EVALUATE_FIELDS, OUTPUT_FIELD, SCENARIO_FIELD } from './fields';

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

function readAsked(reader: ParameterReader): Outcome<Asked> {
	const options = reader.get<IDataObject>('options', 0, {});
	const scenario = readChoice<AssessmentSettings['scenario']>(
		SCENARIO_FIELD,
		reader.get('scenario', 0, 'migration'),
	);
	if (!scenario.ok) return scenario;
	const direction = readChoice<AssessmentSettings['direction']>(DIRECTION_FIELD, options.direction);
	if (!direction.ok) return direction;
	const output = readChoice<Asked['output']>(OUTPUT_FIELD, reader.get('output', 0, 'items'));
	if (!output.ok) return output;
	const bounds = { least: 0, most: 1_000_000, fallback: 0 };
	const disk = numberField('Target Disk (GB)', options.targetDisk, bounds);
	if (!disk.ok) return disk;
	const files = Array.isArray(options.files) ? options.files : ['html'];
	return success({
		settings: withoutUndefined({
			scenario: scenario.value,
			direction: direction.value,
			databases: readDatabases(options),
			incremental: readFlag(options.incremental),
			replaceDefiner: readFlag(options.replaceDefiner),
			asTaskUser: readFlag(options.asTaskUser),
			usesTls: readFlag(options.usesTls),
			targetDisk: disk.value > 0 ? disk.value * GIGABYTE : undefined,
		}),
		output: output.value,
		title: readText(reader.get('title', 0, '')) ?? 'Assessment of databases',
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

async function execute({ context, reader }: LocalRun): Promise<INodeExecutionData[]> {
	const asked = catchFailure(() => readAsked(reader));
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
			'Turn the rows of all databases, source and target together, into one verdict per database: problems, size, duration, settings',
	},
	properties: EVALUATE_FIELDS,
	execute,
};
