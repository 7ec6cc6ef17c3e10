import type { SqlFamily } from '../sql/family';
import { readRows } from '../sql/rows';
import { byTable, chunksToList, compareContents, compareKeys } from './contents';
import { compareCounters } from './counters';
import { ByDatabase, nothing, type Found } from './found';
import { addObjects } from './objects';
import { readPairs, type Pair } from './pair';
import {
	DEFAULT_VERIFICATION,
	type Difference,
	type Level,
	type Verification,
	type VerificationSettings,
} from './types';

function addContents(pair: Pair, settings: VerificationSettings, sorted: ByDatabase): void {
	const map = byTable(pair.read, pair.server);
	for (const plan of pair.plan?.tables ?? []) {
		const found = sorted.of(plan.database);
		const contents = compareContents(map, plan);
		const { path: object } = plan;
		if (contents.state === 'not read') {
			found.open.contents++;
			continue;
		}
		if (contents.state === 'unreadable') {
			found.incomparable.push({ object, reason: contents.reason });
			continue;
		}
		found.rows.source += contents.rows.source;
		found.rows.target += contents.rows.target;
		if (contents.different.length === 0) continue;
		const difference: Difference = {
			kind: 'contents',
			object,
			text: `${contents.rows.source} rows on the source, ${contents.rows.target} on the target; ${plan.chunks ? `${contents.different.length} chunks differ` : 'compared as a whole, because it has no primary key'}.`,
			chunks: contents.different.length,
		};
		found.differences.push(difference);
		if (plan.chunks === null) continue;
		const listed = chunksToList(contents, settings);
		const keys = compareKeys(map, plan, listed);
		if (keys) difference.keys = keys;
		else if (listed.length > 0) found.open.keys++;
	}
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function conclude(
	server: string,
	database: string,
	engine: SqlFamily | null,
	found: Found,
): Verification {
	const { differences, incomparable, notes, tables, rows, open } = found;
	if (open.contents > 0) {
		incomparable.push({
			object: database,
			reason: `The contents of ${plural(open.contents, 'table')} were not read on both sides: run the statements of the level "contents".`,
		});
	}
	const next: Level | null = open.contents > 0 ? 'contents' : open.keys > 0 ? 'keys' : null;
	const [verdict, summary]: [Verification['verdict'], string] =
		differences.length > 0
			? [
					'differs',
					`${plural(differences.length, 'difference')}, the first: ${differences[0].object}.`,
				]
			: incomparable.length > 0
				? [
						'cannot be compared',
						`${plural(incomparable.length, 'thing')} not compared, the first: ${incomparable[0].reason}`,
					]
				: [
						'identical',
						`${plural(tables.total, 'table')} with ${plural(rows.source, 'row')} are the same.`,
					];
	const isCounted = open.contents < tables.total;
	return {
		...{ server, database, engine, verdict, summary, differences, incomparable, notes, tables },
		rows: isCounted ? rows : null,
		next,
	};
}

function whyUnread({ source, target }: Pair): string {
	if (source && target) return 'Source and target are of two families of databases.';
	if (source || target) return `The inventory of the ${source ? 'target' : 'source'} is missing.`;
	return 'No inventory came in: the databases could not be reached, or refused the statements. See the nodes that ran them.';
}

function unread(pair: Pair): Verification[] {
	const { server, source, target } = pair;
	const one = source ?? target;
	const reason = whyUnread(pair);
	const found = nothing();
	found.incomparable.push({ object: server, reason });
	return [...(one?.databases.keys() ?? [server])].map((database) => ({
		...conclude(server, database, one?.family ?? null, found),
		rows: null,
		next: 'inventory',
	}));
}

function verifyPair(pair: Pair, settings: VerificationSettings): Verification[] {
	const { server, source, target, plan } = pair;
	if (!source || !target || !plan) return unread(pair);
	const sorted = new ByDatabase();
	addObjects(pair, sorted);
	const counters = compareCounters(source, target, settings);
	for (const { database, ...rest } of [...plan.differences, ...counters.differences]) {
		sorted.of(database).differences.push(rest);
	}
	for (const { database, ...rest } of [...plan.incomparable, ...counters.incomparable]) {
		sorted.of(database).incomparable.push(rest);
	}
	addContents(pair, settings, sorted);
	for (const { database, reason } of [...source.problems, ...target.problems]) {
		const all = database === null ? [...sorted.found.keys()] : [database];
		for (const name of all) sorted.of(name).incomparable.push({ object: name, reason });
	}
	for (const path of plan.shared) {
		const found = sorted.of(source.tables.get(path)?.database ?? '');
		const isOf = ({ object }: { object: string }): boolean =>
			object === path || object.startsWith(`${path}.`);
		found.tables.total++;
		if (found.differences.some(isOf)) found.tables.different++;
		else if (found.incomparable.some(isOf)) found.tables.incomparable++;
		else if (found.open.contents === 0) found.tables.identical++;
	}
	return [...sorted.found].map(([database, found]) =>
		conclude(server, database, source.family, found),
	);
}

/**
 * Compares pairs of databases by what the statements of `verificationSql` returned.
 *
 * @param items rows of one or many pairs, of both sides and all levels so far; a later read of a table counts
 * @param given what is different from the usual settings; the same as for the statements
 * @param servers names of pairs that must not be missing
 * @returns one result for each database of each pair. It is never *identical* because something was not looked at.
 */
export function verify(
	items: readonly unknown[],
	given: Partial<VerificationSettings> = {},
	servers: readonly string[] = [],
): Verification[] {
	const settings = { ...DEFAULT_VERIFICATION, ...given };
	const pairs = readPairs(readRows(items), settings);
	const missing = [...new Set(servers)]
		.filter((server) => !pairs.some((pair) => pair.server === server))
		.map(
			(server): Pair => ({
				...{ server, read: { rows: [], shown: [] } },
				...{ source: undefined, target: undefined, plan: undefined },
			}),
		);
	return [...pairs, ...missing].flatMap((pair) => verifyPair(pair, settings));
}
