import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isTool } from '../../shared/n8n/isTool';
import { toHtml } from '../../shared/report/html';
import { toMarkdown } from '../../shared/report/markdown';
import type { Report } from '../../shared/report/report';
import { toText } from '../../shared/report/text';
import { toReportFiles, type ReportForm } from './reportFiles';

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
	const forms = isTool(context)
		? {}
		: { html: toHtml(report), markdown: toMarkdown(report), text: toText(report) };
	return {
		json: { title: report.title, ...json, ...forms },
		binary: await toReportFiles(context, forms, files, name),
		pairedItem: context.getInputData().map((_, item) => ({ item })),
	};
}
