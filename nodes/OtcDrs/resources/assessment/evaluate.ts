import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { assess } from '../../../shared/assessment/assess';
import { assessmentReport } from '../../../shared/assessment/report';
import type { Assessment, AssessmentSettings } from '../../../shared/assessment/types';
import { success, type Outcome } from '../../../shared/failures/failure';
import type { Reader } from '../../../shared/n8n/parameters/reader';
import { toFailedRun } from '../../../shared/n8n/results';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { readInputRows } from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import type { ReportForm } from '../../operations/reportFiles';
import { toReportItem } from '../../operations/reportItem';
import { EVALUATE_FIELDS } from './fields';
import { GIGABYTE } from '../../../shared/values/bytes';

interface Asked {
	settings: Partial<AssessmentSettings>;
	output: 'items' | 'report';
	title: string;
	files: readonly ReportForm[];
	servers: string[];
}

const OPTIONS = [
	'databases',
	'direction',
	'files',
	'servers',
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
		files: fields.list<ReportForm>('options.files') ?? ['html'],
		servers: fields.list('options.servers') ?? [],
	});
}

const countsOf = (assessments: readonly Assessment[]): IDataObject => {
	const count = (verdict: Assessment['verdict']): number =>
		assessments.filter((each) => each.verdict === verdict).length;
	return {
		total: assessments.length,
		ready: count('ready'),
		needsWork: count('needs work'),
		cannotTell: count('cannot tell'),
	};
};

async function execute({ context, parameters }: LocalRun): Promise<INodeExecutionData[]> {
	const asked = readAsked(parameters);
	if (!asked.ok) return toFailedRun(context, asked.failure);
	const { settings, output, title, files, servers } = asked.value;
	const rows = readInputRows(context, servers.length > 0);
	if (!rows.ok) return toFailedRun(context, rows.failure);
	const assessments = assess(rows.value.items, settings, servers);
	return output === 'report'
		? [
				await toReportItem(context, assessmentReport(title, assessments), files, 'assessment', {
					counts: countsOf(assessments),
					databases: assessments.map((each) => ({ ...each })),
				}),
			]
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
