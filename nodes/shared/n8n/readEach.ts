import type { IExecuteFunctions } from 'n8n-workflow';
import { failed, success, type Outcome } from '../failures/failure';
import { explainThrown } from './explainThrown';
import { toOutput } from './results';

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
