import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { buildDocument } from '../simulator/contract/build/document.mts';
import { drsPaths } from '../simulator/contract/build/drs.mts';
import { shareSchemas } from './contract/shareSchemas.mts';
import reference from '../simulator/contract/reference/drs-v3.json' with { type: 'json' };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const BANNER = '// Made by `npm run contract` from simulator/contract. Do not edit.\n';

/** What the nodes use of the generated types: operations, and the schemas they share. */
const USED_TYPES = new Set(['components', 'operations']);

const isUsed = (node: ts.Node): boolean =>
	ts.isInterfaceDeclaration(node) && USED_TYPES.has(node.name.text);

const document = buildDocument(reference);
const drs = shareSchemas({ ...document, paths: drsPaths(reference) });
const allTypes = await openapiTS(JSON.stringify(drs), { emptyObjectsUnknown: true });
const types = astToString(allTypes.filter(isUsed));
const files = new Map([
	[join(root, 'simulator/contract/openapi.json'), `${JSON.stringify(document, null, '\t')}\n`],
	[join(root, 'nodes/shared/drs/contract.generated.ts'), `${BANNER}${types}`],
]);

if (process.argv.includes('--check')) {
	const stale: string[] = [];
	for (const [path, content] of files) {
		const present = await readFile(path, 'utf8').catch(() => '');
		if (present !== content) stale.push(relative(root, path));
	}
	if (stale.length > 0) {
		console.error(`Stale: ${stale.join(', ')}. Run "npm run contract" and commit the result.`);
		process.exitCode = 1;
	} else {
		console.log('The contract and its types are up to date.');
	}
} else {
	for (const [path, content] of files) await writeFile(path, content);
	console.log(`Written: ${[...files.keys()].map((path) => relative(root, path)).join(', ')}`);
}
