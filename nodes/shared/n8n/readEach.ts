import type { IExecuteFunctions } from 'n8n-workflow';
import { failed, success, type Outcome } from '../failures/failure';
import type { Asked } from './earlierTries';
import { explainThrown } from './explainThrown';
import { toOutput, type ItemResult } from './results';

/** @returns what a reader gives; where an expression cannot be resolved, which one, and why. */
export function catchFailure<T>(read: () => Outcome<T>): Outcome<T> {
	try {
		return read();
	} catch (error) {
		return failed(explainThrown(error));
	}
}

/**
 * Reads what all items ask for, before anything is sent. A bad item, also one whose expression cannot be resolved, is that
 * item's own failure.
 *
 * @param context the running node
 * @param read reads one item; what it throws becomes the item's failure
 * @returns what each item asks for, or why it cannot be served, in input order
 * @throws NodeOperationError for the first bad item when the node is set to stop: nothing is left half done
 */
export function readEach<T>(
	context: IExecuteFunctions,
	read: (item: number) => Outcome<T>,
): Array<Outcome<T>> {
	const outcomes = context.getInputData().map((_, item) => catchFailure(() => read(item)));
	if (!context.continueOnFail() && outcomes.some(({ ok }) => !ok)) {
		toOutput(
			context,
			outcomes.map((outcome) => (outcome.ok ? success([]) : outcome)),
		);
	}
	return outcomes;
}

/**
 * Takes what the items ask for on to what was found out about it, before anything is sent. Each item asks for one thing.
 *
 * @param context the running node
 * @param asked what the items ask for
 * @param outcomes what became of each, in the same order
 * @returns what is to be done; and the items that are refused
 * @throws NodeOperationError for the first refused item when the node is set to stop
 */
export function refine<A, B>(
	context: IExecuteFunctions,
	asked: ReadonlyArray<Asked<A>>,
	outcomes: ReadonlyArray<Outcome<B>>,
): { fitting: Array<Asked<B>>; refused: ItemResult[] } {
	const ofItem = new Map(asked.map(({ item }, index) => [item, outcomes[index]]));
	readEach(context, (item): Outcome<B | undefined> => ofItem.get(item) ?? success(undefined));
	const fitting: Array<Asked<B>> = [];
	const refused: ItemResult[] = [];
	asked.forEach(({ item, sentAt }, index) => {
		const outcome = outcomes[index];
		if (outcome.ok) fitting.push({ item, value: outcome.value, sentAt });
		else refused.push({ item, outcome });
	});
	return { fitting, refused };
}
