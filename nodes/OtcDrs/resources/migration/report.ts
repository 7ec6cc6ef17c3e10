import {
	NodeOperationError,
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/errors/failure';
import { readSendingOptions } from '../../../shared/items/options';
import { ParameterReader } from '../../../shared/items/ParameterReader';
import { toOutput } from '../../../shared/items/results';
import { createApiClient } from '../../../shared/transport/client';
import { readCredential } from '../../../shared/transport/send';
import type { Operation } from '../../operation';
import { readTaskIds } from '../common/taskIds';
import { text } from '../common/values';
import { collectRows, type TaskChoice } from './report/collect';
import { COLUMNS, type Column } from './report/columns';
import { REPORT_FIELDS } from './report/fields';
import { toHtml } from './report/html';
import { toMarkdown } from './report/markdown';
import { type Picture } from './report/picture';
import { countStates, sortRows, taskless, type Row, type SortBy } from './report/row';
import { toSvg } from './report/svg';
import { toText } from './report/text';

const FILES: Record<string, { extension: string; mimeType: string }> = {
	html: { extension: 'html', mimeType: 'text/html' },
	svg: { extension: 'svg', mimeType: 'image/svg+xml' },
	markdown: { extension: 'md', mimeType: 'text/markdown' },
	text: { extension: 'txt', mimeType: 'text/plain' },
};

/** The tasks that the items name; an item that failed earlier may name none. */
interface NamedTasks {
	choice: TaskChoice;
	without: Row[];
}

function readItems(context: IExecuteFunctions, reader: ParameterReader): Outcome<NamedTasks> {
	const ids: string[] = [];
	const without: Row[] = [];
	for (const [item, { json }] of context.getInputData().entries()) {
		const own = readTaskIds(reader, item);
		const error = typeof json.error === 'object' ? (json.error as IDataObject | null) : null;
		if (own.ok) for (const id of own.value) ids.push(id);
		else if (error === null) return own;
		else if (typeof error.job_id === 'string') ids.push(error.job_id);
		else without.push(taskless(String(error.job_name ?? `Item ${item}`), error));
	}
	return success({ choice: { ids }, without });
}

function readTasks(context: IExecuteFunctions, reader: ParameterReader): Outcome<NamedTasks> {
	if (reader.get<string>('taskSource', 0, 'items') !== 'all') return readItems(context, reader);
	const scenario = reader.get<string>('reportScenario', 0, 'all');
	return success({
		choice: { scenario, name: text(reader.get('nameContains', 0, '')) },
		without: [],
	});
}

function readTimeZone(context: IExecuteFunctions, options: IDataObject): string {
	const timeZone = text(options.timeZone) ?? context.getTimezone();
	try {
		return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
	} catch {
		throw new NodeOperationError(
			context.getNode(),
			`Time Zone: "${timeZone.slice(0, 60)}" is not known`,
			{ description: 'Enter a name of the IANA list, such as Europe/Berlin, or leave it empty.' },
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
	delay_ms: row.delay,
	remaining_seconds: row.remaining,
	create_time: row.created,
	reason: row.reason,
	next_step: row.nextStep,
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

/** Reads what the report looks like, besides its tasks. */
function readLook(
	context: IExecuteFunctions,
	reader: ParameterReader,
	options: IDataObject,
): Pick<Picture, 'title' | 'timeZone' | 'columns'> & { sortBy: SortBy } {
	const chosen = reader.get<string[]>('columns', 0, []);
	const columns: Column[] = COLUMNS.filter((column) => chosen.includes(column));
	return {
		title: text(reader.get('title', 0, '')) ?? 'Database migrations',
		timeZone: readTimeZone(context, options),
		columns: columns.length > 0 ? columns : ['name', 'status'],
		sortBy: reader.get<SortBy>('sortBy', 0, 'urgency'),
	};
}

async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	const count = context.getInputData().length;
	const options = reader.get<IDataObject>('options', 0, {});
	const { sortBy, ...look } = readLook(context, reader, options);
	const sending = readSendingOptions(options, 'query');
	const tasks = readTasks(context, reader);
	if (!tasks.ok) return toOutput(context, [failed(tasks.failure)]);
	const client = createApiClient(context, await readCredential(context), sending.retry);
	const collected = await collectRows(client, tasks.value.choice, sending);
	if (!collected.ok) return toOutput(context, [failed(collected.failure)]);
	const rows = sortRows([...tasks.value.without, ...collected.value], sortBy);
	const picture = { ...look, generatedAt: client.now(), counts: countStates(rows), rows };
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
				tasks: rows.map(toJson),
				...forms,
			},
			binary: await toFiles(context, forms, (options.files as string[]) ?? ['html', 'svg']),
			pairedItem: Array.from({ length: count }, (_, item) => ({ item })),
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
			'Make one summary of many tasks for people, with progress, delays, failures and what to do: HTML, SVG, Markdown and text',
	},
	properties: REPORT_FIELDS,
	execute,
};
