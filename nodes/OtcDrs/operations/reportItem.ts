import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { isTool } from '../../shared/n8n/isTool';
import { toHtml } from '../../shared/report/html';
import { toMarkdown } from '../../shared/report/markdown';
import type { Report } from '../../shared/report/report';
import { toText } from '../../shared/report/text';

const FILES = {
	html: { extension: 'html', mimeType: 'text/html' },
	markdown: { extension: 'md', mimeType: 'text/markdown' },
	text: { extension: 'txt', mimeType: 'text/plain' },
} as const;

/** A form of a report. */
export type ReportForm = keyof typeof FILES;

/**
 * Makes the one item of a report, from all input items. For an AI agent it holds what was found, and no forms for people.
 *
 * @param context of the node
 * @param report without form
 * @param files forms to add as files
 * @param name of the files, without extension
 * @param json what stands beside the forms
 */
export async function toReportItem(
	context: IExecuteFunctions,
	report: Report,
	files: readonly ReportForm[],
	name: string,
	json: IDataObject,
): Promise<INodeExecutionData> {
	const forms: Record<ReportForm, string> = {
		html: toHtml(report),
		markdown: toMarkdown(report),
		text: toText(report),
	};
	const binary: IBinaryKeyData = {};
	for (const form of files) {
		const { extension, mimeType } = FILES[form];
		const data = Buffer.from(forms[form]);
		binary[form] = await context.helpers.prepareBinaryData(data, `${name}.${extension}`, mimeType);
	}
	return {
		json: { title: report.title, ...json, ...(isTool(context) ? {} : forms) },
		binary,
		pairedItem: context.getInputData().map((_, item) => ({ item })),
	};
}
