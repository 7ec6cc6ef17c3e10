import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { failed, success, type Outcome } from '../failures/failure';
import { withoutSecrets } from '../http/withoutSecrets';
import type { ItemResult } from './results';

/** What is known of something that an earlier try did, or may have done. */
interface Remembered {
	item: number;
	key: string;
	/** Its output; undefined where nobody knows whether it was done. */
	output?: IDataObject[];
	/** When it was sent, in ms since 1970, where nobody knows whether it was done. */
	sentAt?: number;
}

/** What n8n keeps of the node while it tries it again. */
interface Memory {
	execution: string;
	run: number;
	things: Remembered[];
	/** The items for which all was done. */
	served: number[];
}

/** What earlier tries of the node have done in this execution, with the same items. */
export interface EarlierTries {
	/** @returns whether all was done that an item asked for */
	hasServed(item: number): boolean;
	/** @returns what was done for an item */
	resultsOf(item: number): ItemResult[];
	/** @returns when something was sent of which nobody knows whether it was done, in ms since 1970 */
	sentAt(item: number, key: string): number | undefined;
	/** Remembers what was done, in case that n8n tries the node again. Results without a key are not remembered. */
	remember(results: readonly ItemResult[]): void;
}

const SLOT = 'earlierTries';

const NONE: EarlierTries = {
	hasServed: () => false,
	resultsOf: () => [],
	sentAt: () => undefined,
	remember: () => undefined,
};

function toRemembered({ item, key, outcome }: ItemResult): Remembered[] {
	if (key === undefined) return [];
	if (outcome.ok)
		return [{ item, key, output: outcome.value.map(({ json }) => withoutSecrets(json)) }];
	const { sentAt } = outcome.failure;
	return sentAt === undefined ? [] : [{ item, key, sentAt }];
}

function toMemory(execution: string, run: number, results: readonly ItemResult[]): Memory {
	const open = new Set(results.flatMap(({ item, outcome }) => (outcome.ok ? [] : [item])));
	const things = results.flatMap(toRemembered);
	const served = new Set(things.map(({ item }) => item).filter((item) => !open.has(item)));
	return { execution, run, things, served: [...served] };
}

/**
 * What earlier tries of the node did: with Retry On Fail, n8n runs a node again with all of its items, whatever was done for
 * them. It is kept in the execution's data, without secrets, until a try leaves no failure. A pass of a loop
 * is no such try: it has another run index.
 *
 * @param context the running node
 * @returns what they did; nothing unless the node is set to Retry On Fail
 */
export function earlierTries(context: IExecuteFunctions): EarlierTries {
	if (context.getNode().retryOnFail !== true) return NONE;
	const execution = context.getExecutionId();
	const run = context.getWorkflowDataProxy(0).$runIndex as number;
	const kept = context.getContext('node') as { [SLOT]?: Memory };
	const memory = kept[SLOT];
	const isOurs = memory?.execution === execution && memory.run === run;
	const things = isOurs ? memory.things : [];
	const served = new Set(isOurs ? memory.served : []);
	const times = new Map(things.map(({ item, key, sentAt }) => [`${item} ${key}`, sentAt]));
	const outputs = new Map<number, ItemResult[]>();
	for (const { item, key, output } of things) {
		if (output === undefined) continue;
		const outcome = success(output.map((json) => ({ json })));
		outputs.set(item, [...(outputs.get(item) ?? []), { item, key, outcome }]);
	}
	return {
		hasServed: (item) => served.has(item),
		resultsOf: (item) => outputs.get(item) ?? [],
		sentAt: (item, key) => times.get(`${item} ${key}`),
		remember(results) {
			const next = toMemory(execution, run, results);
			const isDone = next.things.length === 0 || results.every(({ outcome }) => outcome.ok);
			if (isDone) delete kept[SLOT];
			else kept[SLOT] = next;
		},
	};
}

/** Something that an item asks for. */
export interface Asked<T> {
	item: number;
	value: T;
	/** When an earlier try sent it, where nobody knows whether it was done; in ms since 1970. */
	sentAt?: number;
}

/**
 * Divides what the items ask for.
 *
 * @param readings what each item asks for, or why it cannot be read
 * @param tries what earlier tries did
 * @param keyOf tells the things of an item apart; without it nothing was remembered
 * @returns what is to be done; and what is settled: items that cannot be read, and what earlier tries did
 */
export function divide<T>(
	readings: ReadonlyArray<Outcome<readonly T[]>>,
	tries: EarlierTries = NONE,
	keyOf: (value: T) => string = () => '',
): { asked: Array<Asked<T>>; settled: ItemResult[] } {
	const asked: Array<Asked<T>> = [];
	const settled: ItemResult[] = [];
	readings.forEach((reading, item) => {
		const results = tries.resultsOf(item);
		settled.push(...results);
		if (tries.hasServed(item)) return;
		if (!reading.ok) {
			settled.push({ item, outcome: failed(reading.failure) });
			return;
		}
		const done = new Set(results.map(({ key }) => key));
		for (const value of reading.value) {
			const key = keyOf(value);
			if (!done.has(key)) asked.push({ item, value, sentAt: tries.sentAt(item, key) });
		}
	});
	return { asked, settled };
}

/** @returns the results together with those that were settled before, in input order. */
export const withSettled = (
	results: readonly ItemResult[],
	settled: readonly ItemResult[],
): ItemResult[] => [...settled, ...results].sort((a, b) => a.item - b.item);
