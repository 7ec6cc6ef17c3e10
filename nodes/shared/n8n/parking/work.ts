import { failed, type Failure } from '../../failures/failure';
import type { ItemResult, OutputItem } from '../results';

/** What a work needs to wait by itself, when it is not parked. */
export interface Waiter {
	/** Local time, in ms since 1970. */
	now(): number;
	/** @returns false when the execution was stopped meanwhile */
	wait(milliseconds: number): Promise<boolean>;
}

/** What a turn says at its end: when the next one is due (in ms since 1970), that all is done, or why all is in vain. */
export type Turn =
	| { kind: 'again'; until: number }
	| { kind: 'done' }
	| { kind: 'refused'; failure: Failure };

/** @returns the end of a turn after which another one is due, at a time in ms since 1970. */
export const again = (until: number): Turn => ({ kind: 'again', until });

/** The end of the last turn. */
export const DONE: Turn = { kind: 'done' };

/**
 * Something that takes longer than an execution should be held: it is done in short turns, between which it waits. Plan and
 * progress are plain JSON, because n8n may store them between two turns.
 *
 * @typeParam P the plan: all that was read from parameters; it is encrypted wherever it is stored
 * @typeParam S the progress: what the turns have found out and done; it holds no secret
 * @typeParam C the client of the service
 */
export interface Work<P, S, C extends Waiter> {
	/** Under this name a turn finds the work again. */
	name: string;
	/** Whether the results are added to the input items; else they take their place. */
	keepsItems: boolean;
	/** @returns until when the whole work may take, in ms since 1970 */
	deadline(plan: P, progress: S): number;
	/**
	 * Does all that can be done without waiting.
	 *
	 * @param progress is brought up to date
	 */
	turn(client: C, plan: P, progress: S): Promise<Turn>;
	/**
	 * @returns what became of the items, in their order. A field of a result that is undefined is removed from the item that
	 * the result is added to: what an earlier run wrote there is not true any more
	 */
	results(plan: P, progress: S): ItemResult[];
}

/** @returns the results when nothing can be done, for one reason. */
export const allFailed = (count: number, failure: Failure): ItemResult[] =>
	Array.from({ length: count }, (_, item) => ({ item, outcome: failed<OutputItem[]>(failure) }));

/** A work whose types only itself knows, as the registry holds it. */
export type AnyWork<C extends Waiter> = Work<unknown, unknown, C>;

/** @returns the same work for the registry, which hands it the plan and the progress that it made itself. */
export const forRegistry = <P, S, C extends Waiter>(work: Work<P, S, C>): AnyWork<C> => ({
	name: work.name,
	keepsItems: work.keepsItems,
	deadline: (plan, progress) => work.deadline(plan as P, progress as S),
	turn: async (client, plan, progress) => await work.turn(client, plan as P, progress as S),
	results: (plan, progress) => work.results(plan as P, progress as S),
});
