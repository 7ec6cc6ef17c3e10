import { readFileSync } from 'node:fs';
import { publishedSources } from './sources.mts';

it('only the reader gets parameters from n8n, because only it knows what they may be', () => {
	const readers = publishedSources().filter((file) =>
		/\bgetNodeParameter\b/.test(readFileSync(file, 'utf8')),
	);
	expect(readers).toEqual(['nodes/shared/n8n/parameters/fromContext.ts']);
});
