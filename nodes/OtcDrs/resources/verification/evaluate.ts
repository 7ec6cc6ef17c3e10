import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { showFor, showWhen } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import { toFailedRun } from '../../../shared/n8n/results';
import { verificationReport } from '../../../shared/verification/report';
import type { Verification } from '../../../shared/verification/types';
import { verify } from '../../../shared/verification/verify';
import { readInputRows, SERVERS_FIELD } from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import type { ReportForm } from '../../operations/reportFiles';
import { toReportItem } from '../../operations/reportItem';
import { FILES_FIELD, OUTPUT_FIELD } from '../assessment/fields';
import { readSameSettings, SETTING_FIELDS } from './settings';

const TITLE = 'Verification of databases';

const countsOf = (results: readonly Verification[]): IDataObject => {
	const count = (verdict: Verification['verdict']): number =>
		results.filter((each) => each.verdict === verdict).length;
	return {
		total: results.length,
		identical: count('identical'),
		differs: count('differs'),
		cannotBeCompared: count('cannot be compared'),
	};
};

async function execute({ context, parameters }: LocalRun): Promise<INodeExecutionData[]> {
	const settings = readSameSettings(parameters);
	if (!settings.ok) return toFailedRun(context, settings.failure);
	const read = parameters.same(['output', 'title', 'options.files', 'options.servers']);
	if (!read.ok) return toFailedRun(context, read.failure);
	const fields = read.value;
	const servers = fields.list('options.servers') ?? [];
	const rows = readInputRows(context, servers.length > 0);
	if (!rows.ok) return toFailedRun(context, rows.failure);
	const { items, itemsOf } = rows.value;
	const results = verify(items, settings.value, servers);
	if (fields.option('output') !== 'report') {
		return results.map((json) => ({
			json: { ...json },
			pairedItem: itemsOf(json.server),
		}));
	}
	const files = fields.list<ReportForm>('options.files') ?? ['html'];
	const report = verificationReport(fields.text('title') ?? TITLE, results);
	return [
		await toReportItem(context, report, files, 'verification', {
			counts: countsOf(results),
			databases: results.map((each) => ({ ...each })),
		}),
	];
}

/** Verification → Evaluate: the verdict on each database. */
export const evaluate: LocalOperation = {
	isLocal: true,
	option: {
		name: 'Evaluate',
		value: 'evaluate',
		action: 'Evaluate a verification',
		description:
			'Turn the rows of both sides and all levels so far into one verdict per database: identical, differs, or cannot be compared',
	},
	properties: showFor({ resource: 'verification', operations: ['evaluate'] }, [
		OUTPUT_FIELD,
		...showWhen({ output: ['report'] }, [
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: TITLE,
				description: 'Heading of the report',
			},
		]),
		optionsCollection([...SETTING_FIELDS, FILES_FIELD, SERVERS_FIELD]),
	]),
	execute,
};
