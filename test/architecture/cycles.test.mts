import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { importsOf, publishedSources } from './sources.mts';

/** @returns the file that a specifier names */
function fileOf(from: string, specifier: string): string {
	const path = normalize(join(dirname(from), specifier));
	return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}

/** @returns the first cycle of a graph, as the files along it; undefined when there is none */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const done = new Set<string>();
	const visit = (file: string, path: readonly string[]): string[] | undefined => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return undefined;
		for (const next of graph.get(file) ?? []) {
			const cycle = visit(next, [...path, file]);
			if (cycle !== undefined) return cycle;
		}
		done.add(file);
		return undefined;
	};
	for (const file of graph.keys()) {
		const cycle = visit(file, []);
		if (cycle !== undefined) return cycle;
	}
	return undefined;
}

it('has no import cycle, type imports included', () => {
	const graph = new Map(
		publishedSources().map((file) => [
			file,
			importsOf(file).map((specifier) => fileOf(file, specifier)),
		]),
	);
	expect(findCycle(graph)).toBeUndefined();
});

it('finds a cycle', () => {
	const graph = new Map([
		['a', ['b']],
		['b', ['c']],
		['c', ['b']],
	]);
	expect(findCycle(graph)).toEqual(['b', 'c', 'b']);
});
