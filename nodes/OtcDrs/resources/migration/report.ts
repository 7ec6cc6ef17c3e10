import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { failed } from '../../../shared/failures/failure';
import { sendingOptionsOf } from '../../../shared/n8n/options';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { isTool } from '../../../shared/n8n/isTool';
import { toFailedRun, toOutput } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { toReportFiles, type ReportForm } from '../../operations/reportFiles';
import { MOST_ITEMS } from '../../operations/itemsForModel';
import { collectRows } from './report/collect';
import { COLUMNS, type Column } from './report/columns';
import { COST_OPTIONS, costJson, costSummary, readCosts } from './report/costs';
import { REPORT_FIELDS } from './report/fields';
import { toHtml } from './report/html';
import { toMarkdown } from './report/markdown';
import { toPicture } from './report/picture';
import type { Row } from './report/row';
import { sortRows, type SortBy } from './report/sortRows';
import { readSubject, withErrors } from './report/subject';
import { toSvg } from './report/svg';
import { toText } from './report/text';

function readTimeZone(context: IExecuteFunctions, entered: string | undefined): string {
	const timeZone = entered ?? context.getTimezone();
	try {
		return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
	} catch {
		throw new NodeOperationError(
			context.getNode(),
			`Time Zone: "${timeZone.slice(0, 60)}" is not known`,
			{ description: 'Enter an IANA time zone such as Europe/Berlin, or leave it empty.' },
		);
	}
}

const toJson = (row: Row): IDataObject => ({
	id: row.id,
	name: row.name,
	engine: row.engine,
	scenario: row.scenario,
	status: row.status,
	status_text: row.statusText,
	state: row.state,
	progress: row.progress,
	delay_seconds: row.delay,
	remaining_seconds: row.remaining,
	create_time: row.created,
	reason: row.reason,
	next_step: row.nextStep,
	needs_attention: row.needsAttention,
	...costJson(row),
});

/** They hold for the whole report, and may not differ between items. */
const LOOK = [
	'title',
	'columns',
	'sortBy',
	...['timeZone', 'files', ...COST_OPTIONS].map((name) => `options.${name}`),
];

/** How the report looks, and which files it comes with. */
function readLook(context: IExecuteFunctions, fields: Fields) {
	const chosen = fields.list('columns') ?? [];
	const columns: Column[] = COLUMNS.filter((column) => chosen.includes(column));
	return {
		title: fields.text('title') ?? 'Database migrations',
		timeZone: readTimeZone(context, fields.text('options.timeZone')),
		columns: columns.length > 0 ? columns : (['name', 'status'] as const),
		sortBy: fields.option<SortBy>('sortBy') ?? 'urgency',
		files: fields.list<ReportForm>('options.files') ?? ['html', 'svg'],
		costs: readCosts(fields),
	};
}

/** @returns what an AI agent gets of the tasks: the first ones only; the counts are those of all */
const forModel = (tasks: readonly IDataObject[]): IDataObject => ({
	tasks: tasks.slice(0, MOST_ITEMS),
	tasks_left_out: Math.max(0, tasks.length - MOST_ITEMS),
});

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const { context, parameters, itemCount } = run;
	const read = parameters.same(LOOK);
	if (!read.ok) return toFailedRun(context, read.failure);
	const { files, costs, ...look } = readLook(context, read.value);
	const options = sendingOptionsOf(parameters, 'query');
	if (!options.ok) return toOutput(context, [options], [0]);
	const sending = options.value;
	const subject = readSubject(context, parameters);
	if (!subject.ok) return toOutput(context, [failed(subject.failure)], [subject.item]);
	const { choice, errors, withoutTask } = subject;
	const client = run.client(sending.retry);
	const collected = await collectRows(client, choice, sending, costs);
	if (!collected.ok) return toOutput(context, [failed(collected.failure)]);
	const rows = [...withoutTask, ...withErrors(collected.value, errors)];
	const picture = toPicture({ ...look, generatedAt: client.now() }, rows);
	const forms = isTool(context)
		? {}
		: {
				html: toHtml(picture),
				svg: toSvg(picture),
				markdown: toMarkdown(picture),
				text: toText(picture),
			};
	const sorted = sortRows(rows, look.sortBy).map(toJson);
	const summary = isTool(context) ? forModel(sorted) : { tasks: sorted, ...forms };
	return [
		{
			json: {
				title: picture.title,
				generated_at: new Date(picture.generatedAt).toISOString(),
				counts: picture.counts,
				...costSummary(rows, costs),
				...summary,
			},
			binary: await toReportFiles(context, forms, files, 'report'),
			pairedItem: Array.from({ length: itemCount }, (_, item) => ({ item })),
		},
	];
}

/** Migration → Report: the fleet in one picture, for people. */
export const report: Operation = {
	option: {
		name: 'Report',
		value: 'report',
		action: 'Report on migrations',
		description:
			'Create a status report of many tasks as HTML, SVG, Markdown and text: progress, delays, failures and next steps',
	},
	properties: REPORT_FIELDS,
	execute,
};
