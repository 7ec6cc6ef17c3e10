import type { Inventory } from './inventory';
import type { Difference, Incomparable, VerificationSettings } from './types';

/** What was found about counters. */
interface Counters {
	differences: Array<Difference & { database: string }>;
	incomparable: Array<Incomparable & { database: string }>;
}

/** Compares the sequences of PostgreSQL: ahead by no more than the margin of the service is fine, behind is not. */
function compareSequences(
	source: Inventory,
	target: Inventory,
	{ sequenceMargin }: VerificationSettings,
): Counters {
	const found: Counters = { differences: [], incomparable: [] };
	for (const [path, mine] of source.sequences) {
		const other = target.sequences.get(path);
		const { database } = mine;
		const differs = (text: string) =>
			found.differences.push({ database, kind: 'sequence', object: path, text });
		const problem = mine.problem ?? other?.problem;
		if (!other) differs('The target has no such sequence.');
		else if (problem) found.incomparable.push({ database, object: path, reason: problem });
		else if (mine.definition !== other.definition) {
			differs(
				`Its definition is ${mine.definition} on the source, ${other.definition} on the target.`,
			);
		} else if (mine.last !== other.last) {
			const ahead = ((other.last ?? 0n) - (mine.last ?? 0n)) * (mine.increment < 0n ? -1n : 1n);
			const isFine = other.last !== null && ahead >= 0n && ahead <= BigInt(sequenceMargin);
			if (!isFine) {
				differs(
					`It is at ${mine.last ?? 'its start'} on the source, ${other.last ?? 'its start'} on the target.`,
				);
			}
		}
	}
	for (const [path, { database }] of target.sequences) {
		if (!source.sequences.has(path)) {
			found.differences.push({
				database,
				kind: 'sequence',
				object: path,
				text: 'The source has no such sequence.',
			});
		}
	}
	return found;
}

/** MySQL from 8 on shows counters as they were up to a day ago. */
const isCached = ({ family, isMaria, major }: Inventory): boolean =>
	family === 'mysql' && !isMaria && major >= 8;

/** Compares auto-increment: a target that would give a number again that the source has given is wrong. */
function compareAutoIncrement(source: Inventory, target: Inventory): Counters {
	const found: Counters = { differences: [], incomparable: [] };
	for (const [path, { database, counter }] of source.tables) {
		const other = target.tables.get(path)?.counter;
		if (counter === null || other === undefined) continue;
		if (other !== null && other >= counter) continue;
		const text = `The next number is ${counter} on the source, ${other ?? 'not kept'} on the target.`;
		if (isCached(source) || isCached(target)) {
			found.incomparable.push({
				database,
				object: path,
				reason: `${text} The servers may show values that are up to a day old. Run "set session information_schema_stats_expiry=0" before the statements.`,
			});
		} else found.differences.push({ database, kind: 'autoIncrement', object: path, text });
	}
	return found;
}

/** @returns what differs in sequences and auto-increment. */
export function compareCounters(
	source: Inventory,
	target: Inventory,
	settings: VerificationSettings,
): Counters {
	const sequences = compareSequences(source, target, settings);
	const numbers = compareAutoIncrement(source, target);
	return {
		differences: [...sequences.differences, ...numbers.differences],
		incomparable: [...sequences.incomparable, ...numbers.incomparable],
	};
}
