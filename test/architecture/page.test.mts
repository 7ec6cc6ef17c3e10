import { existsSync, readFileSync } from 'node:fs';

const PAGE = readFileSync('docs/architecture.md', 'utf8');

/** The files that the steps of a creation name: relative to `nodes`, or to the folder of the creation. */
const NAMED = [...PAGE.matchAll(/`((?:[\w.-]+\/)*[\w-]+(?:\.\w+)?\.ts)`/g)].map(([, path]) => path);
const BASES = ['nodes', 'nodes/OtcDrs', 'nodes/OtcDrs/resources/task', '.'];

it('names files', () => expect(NAMED.length).toBeGreaterThan(20));

it.each(NAMED)('%s is there', (path) => {
	expect(BASES.some((base) => existsSync(`${base}/${path}`))).toBe(true);
});

it('shows the file of a query as it is', () => {
	expect(PAGE).toContain(readFileSync('nodes/shared/drs/queries/status.ts', 'utf8').trim());
});

it.each([
	['Out, from the item to the wire (', 16],
	['Back, the files that read the answer (', 6],
])('%s names as many files as it says', (start, most) => {
	const from = PAGE.indexOf(start);
	const section = PAGE.slice(from, PAGE.indexOf('\n\n##', from)).split(/\nBack, /)[0];
	const files = new Set(
		[...section.matchAll(/`[^`]*?([\w-]+(?:\.\w+)?\.ts)`/g)].map(([, name]) => name),
	);
	files.delete('request.ts');
	expect(files.size).toBe(most);
});
