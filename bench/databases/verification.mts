import { verify } from '../../nodes/shared/verification/verify.ts';
import { verificationSql } from '../../nodes/shared/verification/sql.ts';
import { ask } from '../../test/databases/support/ask.mts';
import type { Row } from '../../test/databases/support/database.mts';
import { FLEETS, READER } from '../../test/databases/support/fleet.mts';
import { tableName } from '../../test/databases/support/plants.mts';

/**
 * Verification beside a plain COUNT(*) and full read of the same tables, on one real server of each family.
 * Run with `npx tsx bench/databases/verification.mts [rows of each of 60 tables]`.
 */
const ROWS = Number(process.argv[2] ?? 2_000);
const TABLES = 60;
const ROUNDS = 3;

async function seconds(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}

const median = (values: number[]): number =>
	values.sort((one, other) => one - other)[values.length >> 1];

for (const fleet of FLEETS) {
	const [source, target] = await fleet.start();
	try {
		await target.close();
		await fleet.create(source);
		await fleet.fill(source, TABLES, ROWS, 1);
		const settings = { databases: ['app'] };
		const input = { engine: fleet.engine, server: 'bench', settings };
		const inventory: Row[] = [];
		for (const side of ['source', 'target'] as const) {
			inventory.push(
				...(await ask(source, verificationSql({ ...input, level: 'inventory', side }), READER)),
			);
		}
		const statements = verificationSql({
			...input,
			level: 'contents',
			side: 'source',
			items: inventory,
		});
		const connection = await source.connect(READER);
		const plain: number[] = [];
		const checked: number[] = [];
		let rows: Row[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			plain.push(
				await seconds(async () => {
					for (let index = 1; index <= TABLES; index++) {
						await connection.query(`select count(*) from ${tableName(index)}`);
						await connection.query(`select * from ${tableName(index)}`);
					}
				}),
			);
			checked.push(
				await seconds(async () => {
					rows = await ask(source, statements, READER);
				}),
			);
		}
		await connection.close();
		const others = rows.map((row) => ({
			...row,
			check: String(row.check).replace('source', 'target'),
		}));
		const evaluation = await seconds(async () =>
			verify([...inventory, ...rows, ...others], settings),
		);
		console.log(
			`${fleet.engine}: ${ROWS * TABLES} rows; COUNT(*) and full read ${median(plain).toFixed(2)} s, verification ${median(checked).toFixed(2)} s (x ${(median(checked) / median(plain)).toFixed(2)}); ${rows.length} rows for n8n, evaluated in ${evaluation.toFixed(2)} s`,
		);
	} finally {
		await source.close();
	}
}
