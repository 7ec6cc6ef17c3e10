import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCase } from './campaign.mts';
import { CASES, HELD, isRefused, KILLS, OUTAGES, PROCESSES, SKEWED } from './cases.mts';
import { toTable, type Figures, type Work } from './figures.mts';
import { expectSound } from './sound.mts';

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

/** How many items; fewer where executions are repeated, which takes long for many. */
const SIZES: Record<Work, { items: number; whenRepeated: number }> = {
	create: { items: 10_000, whenRepeated: 500 },
	run: { items: 500, whenRepeated: 100 },
};

describe.each(['create', 'run'] as const)('%s', (work) => {
	const { items, whenRepeated } = SIZES[work];

	it.each([...CASES, ...HELD, ...PROCESSES, ...SKEWED].map((one) => [one.name, one] as const))(
		'under %s',
		async (_name, one) => {
			const figures = await runCase(work, one, items, SEED);
			tables[work].push(figures);
			expectSound(figures);
			if (one.faults.length > 0 && !isRefused(one)) expect(figures.faults).toBeGreaterThan(10);
			if (isRefused(one)) expect(figures.succeeded).toBe(0);
		},
	);

	it.each(KILLS.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
		const figures = await runCase(work, one, whenRepeated, SEED);
		tables[work].push(figures);
		expectSound(figures);
		expect(figures.succeeded).toBe(whenRepeated);
		expect(figures.executions).toBe(6);
	});

	it.each(OUTAGES.map((one) => [one.name, one] as const))('while %s', async (_name, one) => {
		const figures = await runCase(work, one, whenRepeated, SEED);
		tables[work].push(figures);
		expectSound(figures);
		expect(figures.succeeded).toBe(whenRepeated);
		expect(figures.faults).toBeGreaterThan(3);
	});
});
