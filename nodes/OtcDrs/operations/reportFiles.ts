import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

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
 * @param forms of one report; an AI agent, which cannot read files, gets none
 * @param chosen those to make files of
 * @param name of the files, without extension
 * @returns the files of the chosen forms that there are
 */
export async function toReportFiles(
	context: IExecuteFunctions,
	forms: Partial<Record<ReportForm, string>>,
	chosen: readonly ReportForm[],
	name: string,
): Promise<IBinaryKeyData> {
	const files: IBinaryKeyData = {};
	for (const form of chosen) {
		const text = forms[form];
		if (text === undefined) continue;
		const { extension, mimeType } = FILES[form];
		const data = Buffer.from(text);
		files[form] = await context.helpers.prepareBinaryData(data, `${name}.${extension}`, mimeType);
	}
	return files;
}
