import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const CODE = /\.(ts|mts|js|mjs|cjs)$/;

/** @returns the paths of all code in the repository, generated code included, without what is built or installed */
export function allSources(folder = '.'): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (!entry.isDirectory()) return CODE.test(entry.name) ? [path] : [];
		return ['node_modules', 'dist', 'output', '.git'].includes(entry.name) ? [] : allSources(path);
	});
}

/** @returns the paths of all files that are published, generated ones included */
export const publishedSources = (): string[] =>
	['nodes', 'credentials']
		.flatMap((folder) => allSources(folder))
		.filter((file) => file.endsWith('.ts'));

/** @returns the relative specifiers that a file imports or exports from, type imports included */
export const importsOf = (file: string): string[] =>
	ts
		.preProcessFile(readFileSync(file, 'utf8'))
		.importedFiles.map(({ fileName }) => fileName)
		.filter((specifier) => specifier.startsWith('.'));
