import {
	NodeOperationError,
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { failed } from '../../../shared/failures/failure';
import { readSendingOptions } from '../../../shared/n8n/options';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { toOutput } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { readText } from '../../../shared/values/read';
import { collectRows } from './report/collect';
import { COLUMNS, type Column } from './report/columns';
import { costJson, costSummary, readCosts } from './report/costs';
import { REPORT_FIELDS } from './report/fields';
import { toHtml } from './report/html';
import { toMarkdown } from './report/markdown';
import { toPicture } from './report/picture';
import { sortRows, type Row, type SortBy } from './report/row';
import { readSubject, withErrors } from './report/subject';
import { toSvg } from './report/svg';
import { toText } from './report/text';

const FILES: Record<string, { extension: string; mimeType: string }> = {
	html: { extension: 'html', mimeType: 'text/html' },
	svg: { extension: 'svg', mimeType: 'image/svg+xml' },
	markdown: { extension: 'md', mimeType: 'text/markdown' },
	text: { extension: 'txt', mimeType: 'text/plain' },
};

function readTimeZone(context: IExecuteFunctions, options: IDataObject): string {
	const timeZone = readText(options.timeZone) ?? context.getTimezone();
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

async function toFiles(
	context: IExecuteFunctions,
	forms: Record<string, string>,
	chosen: readonly string[],
): Promise<IBinaryKeyData> {
	const files: IBinaryKeyData = {};
	for (const form of chosen.filter((name) => name in FILES)) {
		const { extension, mimeType } = FILES[form];
		files[form] = await context.helpers.prepareBinaryData(
			Buffer.from(forms[form]),
			`report.${extension}`,
			mimeType,
		);
	}
	return files;
}

function readLook(context: IExecuteFunctions, reader: ParameterReader, options: IDataObject) {
	const chosen = reader.get<string[]>('columns', 0, []);
	const columns: Column[] = COLUMNS.filter((column) => chosen.includes(column));
	return {
		title: readText(reader.get('title', 0, '')) ?? 'Database migrations',
		timeZone: readTimeZone(context, options),
		columns: columns.length > 0 ? columns : (['name', 'status'] as const),
		sortBy: reader.get<SortBy>('sortBy', 0, 'urgency'),
	};
}

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const { context, reader, itemCount } = run;
	const options = reader.get<IDataObject>('options', 0, {});
	const look = readLook(context, reader, options);
	const sending = readSendingOptions(options, 'query');
	const costs = readCosts(options);
	if (!costs.ok) return toOutput(context, [failed(costs.failure)]);
	const subject = readSubject(context, reader);
	if (!subject.ok) return toOutput(context, [failed(subject.failure)], [subject.item]);
	const { choice, errors, withoutTask } = subject;
	const client = run.client(sending.retry);
	const collected = await collectRows(client, choice, sending, costs.value);
	if (!collected.ok) return toOutput(context, [failed(collected.failure)]);
	const rows = [...withoutTask, ...withErrors(collected.value, errors)];
	const picture = toPicture({ ...look, generatedAt: client.now() }, rows);
	const forms = {
		html: toHtml(picture),
		svg: toSvg(picture),
		markdown: toMarkdown(picture),
		text: toText(picture),
	};
	return [
		{
			json: {
				title: picture.title,
				generated_at: new Date(picture.generatedAt).toISOString(),
				counts: picture.counts,
				...costSummary(rows, costs.value),
				tasks: sortRows(rows, look.sortBy).map(toJson),
				...forms,
			},
			binary: await toFiles(context, forms, (options.files as string[]) ?? ['html', 'svg']),
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
