import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCase } from './campaign.mts';
import { CASES, HELD, isRefused, OUTAGES, SKEWED } from './cases.mts';
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

/** How many items: outages send them again one by one, and take long for many. */
const SIZES: Record<Work, { items: number; inOutages: number }> = {
	create: { items: 10_000, inOutages: 500 },
	run: { items: 500, inOutages: 100 },
};

describe.each(['create', 'run'] as const)('%s', (work) => {
	const { items, inOutages } = SIZES[work];

	it.each([...CASES, ...HELD, ...SKEWED].map((one) => [one.name, one] as const))(
		'under %s',
		async (_name, one) => {
			const figures = await runCase(work, one, items, SEED);
			tables[work].push(figures);
			expectSound(figures);
			if (one.faults.length > 0 && !isRefused(one)) expect(figures.faults).toBeGreaterThan(10);
			if (isRefused(one)) expect(figures.succeeded).toBe(0);
		},
	);

	it.each(OUTAGES.map((one) => [one.name, one] as const))('while %s', async (_name, one) => {
		const figures = await runCase(work, one, inOutages, SEED);
		tables[work].push(figures);
		expectSound(figures);
		expect(figures.succeeded).toBe(inOutages);
		expect(figures.faults).toBeGreaterThan(3);
	});
});
