import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { isTool } from '../../shared/n8n/isTool';

const FILES = {
	html: { extension: 'html', mimeType: 'text/html' },
	svg: { extension: 'svg', mimeType: 'image/svg+xml' },
	markdown: { extension: 'md', mimeType: 'text/markdown' },
	text: { extension: 'txt', mimeType: 'text/plain' },
} as const;

/** A form of a report. */
export type ReportForm = keyof typeof FILES;

/**
 * @param context of the node
 * @param forms of one report
 * @param chosen those to make files of
 * @param name of the files, without extension
 * @returns the files; none for an AI agent, which cannot read them
 */
export async function toReportFiles(
	context: IExecuteFunctions,
	forms: Partial<Record<ReportForm, string>>,
	chosen: readonly ReportForm[],
	name: string,
): Promise<IBinaryKeyData> {
	const files: IBinaryKeyData = {};
	if (isTool(context)) return files;
	for (const form of chosen) {
		const text = forms[form];
		if (text === undefined) continue;
		const { extension, mimeType } = FILES[form];
		const data = Buffer.from(text);
		files[form] = await context.helpers.prepareBinaryData(data, `${name}.${extension}`, mimeType);
	}
	return files;
}
