import type { SqlFamily } from '../sql/family';
import { askedDatabases, readRows, splitByServer, type ReadRows } from '../sql/rows';
import { hintsFor } from './hints';
import { judge, type Judged } from './judge';
import { readMysqlFacts } from './mysql/facts';
import { pathOf } from './mysql/view';
import { readPostgresFacts } from './postgresql/facts';
import { pathOf as postgresPathOf } from './postgresql/view';
import { MYSQL_RULES, POSTGRES_RULES } from './rules';
import { estimateHours, sumUp, type CountedTable } from './size';
import { DEFAULT_SETTINGS, type Assessment, type AssessmentSettings, type Verdict } from './types';
import { DISK_ITEM, MONGODB_ITEMS, undecidedItems } from './undecided';

/** What the rules and the sizes of one pair come from. */
interface Examined extends Judged {
	tables: CountedTable[] | undefined;
	definers: string[];
}

function examineMysql(read: ReadRows, server: string, given: AssessmentSettings): Examined {
	const settings = { ...given, databases: askedDatabases(read, server, given.databases) };
	const source = readMysqlFacts(read, server, 'source');
	const target = readMysqlFacts(read, server, 'target');
	const judged = judge(MYSQL_RULES, { source, target }, settings);
	return {
		...judged,
		tables: source?.tables.map(({ schema, name, rows, bytes }) => ({
			database: schema,
			table: pathOf(schema, name),
			rows,
			bytes,
		})),
		definers: [...new Set(source?.programs.map(({ definer }) => definer))],
	};
}

function examinePostgres(read: ReadRows, server: string, settings: AssessmentSettings): Examined {
	const source = readPostgresFacts(read, server, 'source');
	const target = readPostgresFacts(read, server, 'target');
	const judged = judge(POSTGRES_RULES, { source, target }, settings);
	return {
		...judged,
		tables: source?.tables
			.filter(({ kind }) => kind === 'r')
			.map((table) => ({
				database: source.database,
				table: postgresPathOf(table),
				rows: table.rows,
				bytes: table.bytes,
			})),
		definers: [],
	};
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function verdictOf({ findings, unknown }: Judged): [Verdict, string] {
	const failed = findings.filter(({ severity }) => severity === 'failed').length;
	const alarms = counted(findings.length - failed, 'alarm');
	const open = unknown.length > 0 ? `, ${counted(unknown.length, 'item')} not known` : '';
	if (failed > 0)
		return ['needs work', `${counted(failed, 'problem')} to solve, ${alarms}${open}.`];
	if (unknown.length > 0) return ['cannot tell', `${alarms}${open}: see what is missing.`];
	return ['ready', `Nothing stops the task; ${alarms} to confirm.`];
}

function assessServer(read: ReadRows, server: string, settings: AssessmentSettings): Assessment {
	const isPostgres = read.rows.some(({ check }) => check === 'database');
	const engine: SqlFamily = isPostgres ? 'postgresql' : 'mysql';
	const examined = (isPostgres ? examinePostgres : examineMysql)(read, server, settings);
	const { findings, unknown, tables, definers } = examined;
	const size = sumUp(tables ?? []);
	const [verdict, summary] = verdictOf(examined);
	return {
		server,
		engine,
		verdict,
		summary,
		findings,
		unknown,
		notDecided: [
			...undecidedItems(engine),
			...(settings.targetDisk === undefined ? [DISK_ITEM] : []),
		],
		size,
		hours: tables ? estimateHours(size.bytes, settings) : null,
		hints: hintsFor(findings, size.bytes, definers),
	};
}

/** @returns the result for a pair of which no row came in. */
function withoutRows(server: string): Assessment {
	const reason =
		'No row of it came in: the databases could not be reached, or refused the statements. See the nodes that ran them.';
	return {
		...{ server, engine: null, verdict: 'cannot tell', summary: reason, findings: [] },
		unknown: [{ item: 'rows', title: 'Everything', reason }],
		...{ notDecided: [], size: sumUp([]), hours: null, hints: [] },
	};
}

/**
 * Judges pairs of databases by what the statements of `assessmentSql` returned.
 *
 * @param items rows of one or many servers, source and target together, in the order in which the nodes returned them
 * @param settings of the task; what is left out is as usual
 * @param servers names of pairs that must not be missing
 * @returns one result for each name that the rows call a pair by, and for each of the others that has no rows
 */
export function assess(
	items: readonly unknown[],
	settings: Partial<AssessmentSettings> = {},
	servers: readonly string[] = [],
): Assessment[] {
	const found = splitByServer(readRows(items));
	const missing = [...new Set(servers)].filter((server) => !found.has(server));
	return [
		...[...found].map(([server, read]) =>
			assessServer(read, server, { ...DEFAULT_SETTINGS, ...settings }),
		),
		...missing.map(withoutRows),
	];
}

/** @returns the items of MongoDB, which no statement decides. */
export const mongodbItems = (): Assessment['notDecided'] => [...MONGODB_ITEMS];
