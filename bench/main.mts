import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './measure/built.mts';
import { benchN8n } from './n8n/index.mts';
import { PARTS } from './parts.mts';
import type { Row } from './row.mts';
import { toTable } from './table.mts';

const { values } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		seed: { type: 'string', default: '1' },
		only: { type: 'string' },
	},
});
const options = { quick: values.quick, seed: Number(values.seed) };
const parts = [benchN8n, ...PARTS].filter(
	({ name }) => values.only === undefined || name.toLowerCase().includes(values.only),
);

const rows: Row[] = [];
for (const part of parts) {
	const started = Date.now();
	rows.push(...(await part(options)));
	process.stderr.write(`${part.name}: ${Math.round((Date.now() - started) / 1000)} s\n`);
}

const output = join(ROOT, 'bench', 'output');
mkdirSync(output, { recursive: true });
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
writeFileSync(
	join(output, 'bench.json'),
	`${JSON.stringify({ ...options, machine, rows }, undefined, '\t')}\n`,
);
writeFileSync(join(output, 'bench.md'), `${toTable(rows)}\n`);
process.stdout.write(`${toTable(rows)}\n`);
process.exit(0);
