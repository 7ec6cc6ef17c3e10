import type { IDataObject } from 'n8n-workflow';
import type { ChangeEntry } from '../../shared/drs/changeTasks';

/**
 * Spreads changes over rounds, so that a round holds every key once, and the changes of a task take effect in their order:
 * another change of the same task waits for a later round, the same one again right after it is sent once.
 *
 * @param entries the changes in the order of the items; keys may repeat
 * @returns the entries of each round, and the round of each entry
 */
export function toRounds(entries: readonly ChangeEntry[]): {
	rounds: ChangeEntry[][];
	roundOf: number[];
} {
	const texts = new Map<IDataObject, string>();
	const textOf = (body: IDataObject): string => {
		const text = texts.get(body) ?? JSON.stringify(body);
		texts.set(body, text);
		return text;
	};
	const isSame = (one: IDataObject, other: IDataObject): boolean =>
		one === other || textOf(one) === textOf(other);

	const rounds: ChangeEntry[][] = [];
	const lastOf = new Map<string, { round: number; body: IDataObject }>();
	const roundOf = entries.map((entry) => {
		const { key, body } = entry;
		const last = lastOf.get(key);
		if (last && isSame(last.body, body)) return last.round;
		const round = last === undefined ? 0 : last.round + 1;
		if (round === rounds.length) rounds.push([]);
		rounds[round].push(entry);
		lastOf.set(key, { round, body });
		return round;
	});
	return { rounds, roundOf };
}
