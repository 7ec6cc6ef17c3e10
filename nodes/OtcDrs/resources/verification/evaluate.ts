import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { showFor, showWhen } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import { catchFailure } from '../../../shared/n8n/readEach';
import { toFailedRun } from '../../../shared/n8n/results';
import { success } from '../../../shared/failures/failure';
import { readText } from '../../../shared/values/read';
import { verificationReport } from '../../../shared/verification/report';
import type { Verification } from '../../../shared/verification/types';
import { verify } from '../../../shared/verification/verify';
import { readChoice, readInputRows, readNames, SERVERS_FIELD } from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import { readForms, toReportItem } from '../../operations/reportItem';
import { FILES_FIELD, OUTPUT_FIELD } from '../assessment/fields';
import { readSettings, SETTING_FIELDS } from './settings';

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

async function execute({ context, reader }: LocalRun): Promise<INodeExecutionData[]> {
	const options = catchFailure(() => success(reader.get<IDataObject>('options', 0, {})));
	if (!options.ok) return toFailedRun(context, options.failure);
	const settings = readSettings(options.value);
	if (!settings.ok) return toFailedRun(context, settings.failure);
	const output = readChoice<'items' | 'report'>(OUTPUT_FIELD, reader.get('output', 0, 'items'));
	if (!output.ok) return toFailedRun(context, output.failure);
	const servers = readNames(options.value.servers);
	const rows = readInputRows(context, servers.length > 0);
	if (!rows.ok) return toFailedRun(context, rows.failure);
	const { items, itemsOf } = rows.value;
	const results = verify(items, settings.value, servers);
	if (output.value === 'items') {
		return results.map((json) => ({
			json: { ...json },
			pairedItem: itemsOf(json.server),
		}));
	}
	const report = verificationReport(readText(reader.get('title', 0, '')) ?? TITLE, results);
	return [
		await toReportItem(context, report, readForms(options.value.files), 'verification', {
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
