import { readFileSync } from 'node:fs';
import { allSources } from './sources.mts';

/** A file with more lines has more than one job. */
const MOST_LINES = 220;

const linesIn = (text: string): number => text.trimEnd().split('\n').length;

/** @returns the files that are too long; generated ones are left to their generator. */
const tooLong = (files: readonly string[], read: (file: string) => string): string[] =>
	files
		.filter((file) => !/\.generated\.m?ts$/.test(file))
		.filter((file) => linesIn(read(file)) > MOST_LINES);

it(`has no file of more than ${MOST_LINES} lines`, () => {
	expect(tooLong(allSources(), (file) => readFileSync(file, 'utf8'))).toEqual([]);
});

it('finds a file that is too long', () => {
	const lengths: Record<string, number> = { 'a.ts': 220, 'b.ts': 221, 'c.generated.ts': 999 };
	const read = (file: string) => 'x;\n'.repeat(lengths[file]);
	expect(tooLong(Object.keys(lengths), read)).toEqual(['b.ts']);
});
