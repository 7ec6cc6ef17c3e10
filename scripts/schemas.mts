/** Writes the output schemas into dist, as part of `npm run build`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { schemaFiles } from '../contract/outputs/index.mts';

const dist = join(import.meta.dirname, '../dist');
for (const [path, schema] of schemaFiles()) {
	const file = join(dist, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, JSON.stringify(schema));
}
