import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCase } from './campaign.mts';
import { CASES, HELD, isRefused, SKEWED } from './cases.mts';
import { allowedLogins, toTable, ZEROS, type Figures } from './figures.mts';

const CREATIONS = 10_000;
const RUNS = 500;
const SEED = 1;
const OUTPUT = join(process.cwd(), 'test', 'faults', 'output');

const tables: Record<string, Figures[]> = { create: [], run: [] };

afterAll(() => {
	mkdirSync(OUTPUT, { recursive: true });
	const text = Object.entries(tables)
		.filter(([, rows]) => rows.length > 0)
		.map(([work, rows]) => `${work}\n\n${toTable(rows)}\n`)
		.join('\n');
	writeFileSync(join(OUTPUT, 'campaign.md'), text);
	process.stdout.write(`\n${text}\n`);
});

describe.each([
	['create', CREATIONS],
	['run', RUNS],
] as const)('%s, %d items', (work, count) => {
	it.each([...CASES, ...HELD, ...SKEWED].map((one) => [one.name, one] as const))(
		'under %s',
		async (_name, one) => {
			const figures = await runCase(work, one, count, SEED);
			tables[work].push(figures);
			expect(figures).toMatchObject(ZEROS);
			expect(figures.failed).toBeLessThanOrEqual(figures.allowedFailures);
			expect(figures.unclear).toBeLessThanOrEqual(figures.allowedUnclear);
			expect(figures.logins).toBeLessThanOrEqual(allowedLogins(figures));
			if (one.faults.length > 0 && !isRefused(one)) expect(figures.faults).toBeGreaterThan(10);
			if (isRefused(one)) expect(figures.succeeded).toBe(0);
		},
	);
});
