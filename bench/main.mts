import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './measure/built.mts';
import { benchN8n } from './n8n/index.mts';
import { PARTS } from './parts.mts';
import { checkPromises, promiseTable } from './promises.mts';
import type { Row } from './row.mts';
import { toTable } from './table.mts';

const HELP = `Measures OTC DRS side by side with its peers; the table goes to bench/output.

npm run bench -- [options]
  --quick          the shape of it, in a minute
  --only <part>    n8n, inProcess, signature, load or growth
  --case <words>   in n8n, only the cases whose names contain this, such as "status of 10,000"
  --seed <number>  for everything that is by chance, default 1
  --help`;

const { values } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		seed: { type: 'string', default: '1' },
		only: { type: 'string' },
		case: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) {
	console.log(HELP);
	process.exit(0);
}

const LIMIT_SECONDS = values.quick ? 50 : 570;
const started = performance.now();
const options = {
	quick: values.quick,
	seed: Number(values.seed),
	until: started + LIMIT_SECONDS * 1_000,
	only: values.case,
};
const secondsSince = (start: number): number => Math.round((performance.now() - start) / 1_000);

/** The part in n8n comes last, because it repeats its cases as long as there is time; it stands first in the table. */
const parts = [...PARTS, benchN8n].filter(
	({ name }) => values.only === undefined || name.toLowerCase().includes(values.only.toLowerCase()),
);
if (parts.length === 0) {
	console.error(`There is no part "${values.only}".\n\n${HELP}`);
	process.exit(1);
}

const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
const output = join(ROOT, 'bench', 'output');
mkdirSync(output, { recursive: true });

/** Writes what there is so far, so that a part that fails does not take the others with it. */
function write(rows: readonly Row[]): string {
	const promises = checkPromises(rows);
	const { quick, seed } = options;
	const result = { quick, seed, machine, seconds: secondsSince(started), promises, rows };
	writeFileSync(join(output, 'bench.json'), `${JSON.stringify(result, undefined, '\t')}\n`);
	const text = [toTable(rows), ...(promises.length > 0 ? [promiseTable(promises)] : [])].join(
		'\n\n',
	);
	writeFileSync(join(output, 'bench.md'), `${text}\n`);
	return text;
}

let rows: Row[] = [];
for (const part of parts) {
	const begun = performance.now();
	const own = await part(options);
	rows = part === benchN8n ? [...own, ...rows] : [...rows, ...own];
	write(rows);
	process.stderr.write(`${part.name}: ${secondsSince(begun)} s\n`);
}
process.stdout.write(`${write(rows)}\n`);
process.stderr.write(`All of it: ${secondsSince(started)} s\n`);
process.exit(0);
