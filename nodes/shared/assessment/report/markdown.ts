import type { Assessment } from '../types';
import { cellsOf, COLUMNS, entriesOf, oneLine, summaryOf } from './text';

/** Stands between two characters, shows nothing, and keeps them from being read together. */
const GAP = '\u200b';

/** Makes a text harmless in the Markdown of GitHub, Slack and Teams. */
const escapeMarkdown = (text: string): string =>
	text
		.replace(/[\\`*_[\]|~$]/g, '\\$&')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/[@#]/g, `$&${GAP}`)
		.replace(/:(?=\/\/)/g, `:${GAP}`)
		.replace(/www(?=\.)/gi, `$&${GAP}`);

/** @returns the assessments as Markdown: a sentence, a table, and what needs attention. */
export function toMarkdown(title: string, assessments: readonly Assessment[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	const details = assessments.flatMap((assessment) => {
		const entries = entriesOf(assessment);
		return entries.length === 0
			? []
			: [
					'',
					`## ${escapeMarkdown(oneLine(assessment.server))}`,
					'',
					...entries.map(
						({ title: head, lines }) =>
							`- **${escapeMarkdown(head)}** ${lines.map(escapeMarkdown).join(' ')}`,
					),
				];
	});
	return [
		`# ${escapeMarkdown(oneLine(title))}`,
		'',
		summaryOf(assessments),
		'',
		line(COLUMNS),
		line(COLUMNS.map(() => '---')),
		...assessments.map((assessment) => line(cellsOf(assessment).map(escapeMarkdown))),
		...details,
		'',
	].join('\n');
}
