import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { checkProse } from '../../scripts/prose/check.mts';
import { onlyTexts } from '../../scripts/prose/visible.mts';

const messagesOf = async (path: string, content: string): Promise<string[]> =>
	(await checkProse(path, content)).map(({ line, message }) => `${line}: ${message}`);

describe('the prose linter', () => {
	it.each([
		['Mend the cause, then run again.', 'Mend => fix'],
		['the next run creates them anew', 'anew => again'],
		['whoever fails drops out', 'whoever => anyone who'],
		['remove stopped tasks, and such whose creation failed', 'such whose => those whose'],
		['End of the time. Empty: now.', 'Empty: => Leave empty to'],
		['10 changes a call', '10 changes a => per'],
		['It takes one task a call.', 'one task a => per'],
		['Read once a run.', 'once a => per'],
		['a later run goes on from there', 'goes on => continues'],
		['no password lies in the workflow', 'lies in => are stored in'],
		['end tasks for good', 'for good => permanently'],
		['Query how far tasks are', 'Query how => Get'],
		['The user logs on to the database', 'logs on to => sign in'],
		['It tries, then try it once more.', 'try it once more => retry'],
	])('refuses "%s"', async (phrase, message) => {
		const messages = await checkProse('docs/page.md', phrase);
		expect(messages.map((problem) => problem.message.replace(/\s+=>/, ' =>'))).toEqual([message]);
	});

	it.each(['once a minute', 'It is one of the 10 tasks and a call follows', 'the empty text'])(
		'accepts "%s"',
		async (text) => expect(await checkProse('docs/page.md', text)).toEqual([]),
	);

	it('reads strings and comments of TypeScript, and nothing else', async () => {
		const source = [
			'/** Creates it anew. */',
			'export const anew = (mend: string): string =>',
			"\tmend + `whoever ${mend} goes on` + 'fine'; // for good",
		].join('\n');
		expect(await messagesOf('nodes/file.ts', source)).toEqual([
			'1: anew => again',
			'3: whoever => anyone who',
			'3: goes on => continues',
			'3: for good => permanently',
		]);
		expect(onlyTexts(source)).toHaveLength(source.length);
	});

	it('leaves the code in Markdown alone', async () => {
		expect(await checkProse('CONTRIBUTING.md', '| `anew` | again |\n')).toEqual([]);
	});

	it('finds the words of the node clean', async () => {
		const path = 'nodes/OtcDrs/resources/task/delete.ts';
		expect(await checkProse(path, await readFile(path, 'utf8'))).toEqual([]);
	});
});
