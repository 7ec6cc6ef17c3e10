import { limiter, type Limiter } from '../batch/concurrency';
import { isTooBusy } from '../http/classify';
import { afterAnswer, afterRefusal, FIRST_PACE, isOutdated } from '../http/pace';
import type { Attempt } from './attempts';

/** Finds out how many calls at the same time the service takes. */
export interface Pacing {
	/** Runs a call when its turn comes; a call that pauses keeps its place, so that no other one is refused instead. */
	pass: Limiter;
	/** Makes an attempt when its turn comes, and learns from how it ends. @returns undefined if the execution was stopped before */
	watch(makeAttempt: () => Promise<Attempt>): Promise<PacedAttempt | undefined>;
}

/** An attempt of a call, and whether it counts. */
export interface PacedAttempt extends Attempt {
	/** The service was too busy, and the pace was halved after this call was sent, so it does not count. */
	isOutpaced: boolean;
}

/**
 * @param isStopped whether the execution was stopped
 * @returns the pacing of one run: many calls at first, fewer while the service is too busy
 */
export function startPacing(isStopped: () => boolean): Pacing {
	let pace = FIRST_PACE;
	const width = (): number => pace.width;
	const sending = limiter(width);
	return {
		pass: limiter(width),
		watch: async (makeAttempt) =>
			await sending(async () => {
				if (isStopped()) return undefined;
				const begun = pace;
				const attempt = await makeAttempt();
				const isRefused = isTooBusy(attempt.exchange);
				const isOutpaced = isRefused && isOutdated(begun, pace);
				if (isRefused) pace = afterRefusal(pace, begun);
				else if (attempt.verdict === 'answer') pace = afterAnswer(pace);
				return { ...attempt, isOutpaced };
			}),
	};
}
