import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { assess } from '../../../shared/assessment/assess';
import { assessmentReport } from '../../../shared/assessment/report';
import type { Assessment, AssessmentSettings } from '../../../shared/assessment/types';
import { success, type Outcome } from '../../../shared/failures/failure';
import { numberField } from '../../../shared/n8n/numberField';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { catchFailure } from '../../../shared/n8n/readEach';
import { toFailedRun } from '../../../shared/n8n/results';
import { readFlag, readText } from '../../../shared/values/read';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { readChoice, readDatabases, readInputRows, readNames } from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import { readForms, toReportItem, type ReportForm } from '../../operations/reportItem';
import { DIRECTION_FIELD, EVALUATE_FIELDS, OUTPUT_FIELD, SCENARIO_FIELD } from './fields';

const GIGABYTE = 1024 ** 3;

interface Asked {
	settings: Partial<AssessmentSettings>;
	output: 'items' | 'report';
	title: string;
	files: readonly ReportForm[];
	servers: string[];
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
		files: readForms(options.files),
		servers: readNames(options.servers),
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

async function execute({ context, reader }: LocalRun): Promise<INodeExecutionData[]> {
	const asked = catchFailure(() => readAsked(reader));
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
