import { failed, type Failure, type Outcome } from '../failures/failure';

/** What to tell of an entry that the service passed over. */
export const UNANSWERED: Failure = {
	message: 'The service returned nothing for this task',
	description: 'Check the status of the task before you repeat the operation.',
};

/** The outcomes of a run by key. */
export class Outcomes<A> extends Map<string, Outcome<A>> {
	/** @returns the outcome of an entry; of a key that took no part, that there was no answer */
	of(key: string): Outcome<A> {
		return this.get(key) ?? failed(UNANSWERED);
	}
}
