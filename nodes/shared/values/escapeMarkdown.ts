/** Stands between two characters, shows nothing, and keeps them from being read together. */
const GAP = '\u200b';

/**
 * Makes a text harmless in the Markdown of GitHub, Slack and Teams: no formatting, no link, no picture, no HTML, no
 * mention.
 *
 * @param text on one line
 */
export const escapeMarkdown = (text: string): string =>
	text
		.replace(/[\\`*_[\]|~$]/g, '\\$&')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/[@#]/g, `$&${GAP}`)
		.replace(/:(?=\/\/)/g, `:${GAP}`)
		.replace(/www(?=\.)/gi, `$&${GAP}`);
