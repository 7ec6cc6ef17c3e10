import type { Difference } from '../../nodes/shared/verification/types';
import { compare } from './support/compare.mts';
import type { DatabaseServer } from './support/database.mts';
import { FLEETS, READER } from './support/fleet.mts';
import { KEY_KINDS, type Plant, rowFor, shownKey, tableName } from './support/plants.mts';

/** Rows of each of the 60 tables, 1,000,000 together in the full form: DATABASE_ROWS=16667 npm run test:databases. */
const ROWS = Number(process.env.DATABASE_ROWS ?? 400);
const TABLES = 60;
const SEEDS = Number(process.env.DATABASE_SEEDS ?? 20);

/** A difference with the table in which it is made. */
interface Planted extends Plant {
	table: string;
	row: number;
	keyKind: (typeof KEY_KINDS)[number];
}

/** A key without the mark of bytes of PostgreSQL. */
const plainKey = (key: Array<string | null>): string =>
	JSON.stringify(key.map((value) => value?.replace(/^\\x/, '') ?? null)).toUpperCase();

const keyKindOf = (index: number) => KEY_KINDS[index % KEY_KINDS.length];

describe.each(FLEETS)('$engine', (fleet) => {
	let source: DatabaseServer;
	let target: DatabaseServer;
	const both = () => ({
		engine: fleet.engine,
		source,
		target,
		login: READER,
		settings: { databases: ['app'], chunkRows: 100 },
	});

	beforeAll(async () => {
		[source, target] = await fleet.start();
		await Promise.all([source, target].map(async (server) => await fleet.create(server)));
	}, 180_000);

	afterAll(async () => {
		await Promise.all([source?.close(), target?.close()]);
	});

	it(`gives no false alarm over ${SEEDS} seeds`, async () => {
		for (let seed = 1; seed <= SEEDS; seed++) {
			await Promise.all(
				[source, target].map(async (server) => {
					await fleet.create(server);
					await fleet.fill(server, KEY_KINDS.length, 120, seed);
				}),
			);
			const { results } = await compare(both());
			expect(results).toEqual([
				expect.objectContaining({ verdict: 'identical', differences: [], incomparable: [] }),
			]);
			expect(results[0].rows).toEqual({ source: 720, target: 720 });
		}
	}, 1_200_000);

	it(`calls equal copies identical, and finds ${fleet.plants.length} planted differences`, async () => {
		await Promise.all(
			[source, target].map(async (server) => {
				await fleet.create(server);
				await fleet.fill(server, TABLES, ROWS, 7);
			}),
		);
		const equal = await compare(both());
		expect(equal.results).toEqual([
			expect.objectContaining({
				verdict: 'identical',
				tables: { total: TABLES, identical: TABLES, different: 0, incomparable: 0 },
				rows: { source: TABLES * ROWS, target: TABLES * ROWS },
			}),
		]);
		expect(equal.levels).toEqual(['inventory', 'contents']);

		const free = Array.from({ length: TABLES }, (_, index) => index + 1);
		const planted: Planted[] = fleet.plants.map((plant) => {
			const place = free.findIndex((index) =>
				plant.key ? keyKindOf(index) === plant.key : keyKindOf(index) !== 'none',
			);
			const [index] = free.splice(place, 1);
			const row = rowFor(fleet.columns, plant.column);
			return { ...plant, table: tableName(index), row, keyKind: keyKindOf(index) };
		});
		const fill = (text: string, { table, row }: Planted) =>
			text.replaceAll('{t}', table).replaceAll('{n}', String(row));
		for (const plant of planted) {
			await target.run(
				[
					...(fleet.engine === 'mysql'
						? ["set sql_mode=''", "set time_zone='+00:00'", 'set names utf8mb4']
						: ['set extra_float_digits=3', "set datestyle='ISO'", "set intervalstyle='postgres'"]),
					...plant.make.map((sql) => fill(sql, plant)),
				],
				'app',
			);
		}
		const { results } = await compare(both());
		const [{ differences, verdict, tables }] = results;
		expect(verdict).toBe('differs');

		const missed: string[] = [];
		const explained = new Set<Difference>();
		for (const plant of planted) {
			const kind = plant.kind ?? 'contents';
			const object = `${fleet.prefix}.${fill(plant.object ?? '{t}', plant)}`;
			const found = differences.find((each) => each.kind === kind && each.object === object);
			const ofTable = differences.filter(
				(each) =>
					each.object === `${fleet.prefix}.${plant.table}` ||
					each.object.startsWith(`${fleet.prefix}.${plant.table}.`) ||
					each.object.startsWith(`${fleet.prefix}.${plant.table}_`),
			);
			for (const each of ofTable) explained.add(each);
			if (!found) {
				missed.push(`${plant.name}: nothing found, but ${JSON.stringify(ofTable)}`);
				continue;
			}
			if (kind !== 'contents' || plant.structureOnly) continue;
			const wanted = plant.keys ?? 1;
			const keys = found.keys ?? [];
			if (keys.length !== wanted) {
				missed.push(`${plant.name}: ${keys.length} keys, ${JSON.stringify(found).slice(0, 300)}`);
				continue;
			}
			const own = JSON.stringify(shownKey(plant.keyKind, plant.row));
			const isThere = keys.some(({ key }) => plainKey(key) === own.toUpperCase());
			if (wanted > 0 && plant.name !== 'a row more' && !isThere) {
				missed.push(`${plant.name}: ${JSON.stringify(keys)} for ${own}`);
			}
			if (plant.name === 'a row more' && keys[0].key[0] !== '900000001') {
				missed.push(`${plant.name}: ${JSON.stringify(keys)}`);
			}
		}
		expect(missed).toEqual([]);
		expect(differences.filter((each) => !explained.has(each))).toEqual([]);
		expect(tables.identical).toBeGreaterThanOrEqual(TABLES - planted.length);
	}, 1_800_000);
});
