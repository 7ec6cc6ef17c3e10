import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextlintKernel, type TextlintKernelRule } from '@textlint/kernel';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import textPlugin from '@textlint/textlint-plugin-text';
import { onlyTexts } from './visible.mts';

/** A phrase that should not be there. */
export interface ProseProblem {
	path: string;
	/** From 1. */
	line: number;
	/** What was found and what to write instead, such as `old => new`. */
	message: string;
}

/** CommonJS modules hand on their default export as it is, or once more inside, depending on who loads them. */
const defaultOf = <T extends object>(module: T | { default: T }): T =>
	'default' in module ? module.default : module;

/** It has no types. */
const prh = createRequire(import.meta.url)('textlint-rule-prh') as
	| TextlintKernelRule['rule']
	| { default: TextlintKernelRule['rule'] };

const kernel = new TextlintKernel();
const RULES = join(dirname(fileURLToPath(import.meta.url)), 'phrases.yml');

/** textlint reads Markdown without its code, and everything else as plain text. */
const extensionOf = (path: string): string => (path.endsWith('.md') ? '.md' : '.txt');

/**
 * Checks what people read in a file against the phrases of `phrases.yml`: Markdown without code, strings and comments of
 * TypeScript, and everything in other files.
 *
 * @param path of the file, which tells how it is read
 * @param content of the file
 */
export async function checkProse(path: string, content: string): Promise<ProseProblem[]> {
	const text = /\.m?ts$/.test(path) ? onlyTexts(content) : content;
	const { messages } = await kernel.lintText(text, {
		ext: extensionOf(path),
		plugins: [
			{ pluginId: 'markdown', plugin: defaultOf(markdownPlugin) },
			{ pluginId: 'text', plugin: defaultOf(textPlugin) },
		],
		rules: [
			{
				ruleId: 'prh',
				rule: defaultOf(prh),
				options: {
					rulePaths: [RULES],
					checkLink: true,
					checkBlockQuote: true,
					checkEmphasis: true,
					checkHeader: true,
				},
			},
		],
	});
	return messages.map(({ line, message }) => ({ path, line, message }));
}
