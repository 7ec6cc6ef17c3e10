import { handOn } from '../support/handOn.mts';
import { useSimulator } from '../support/simulator.mts';
import { manualClock, requestToken, type ManualClock } from './client.mts';

/** How long a token lives. */
export const LIFETIME_SECONDS = 3600;

/** Starts a simulator with a clock that stands still before each test of the file. @returns both, and what asks for a token */
export function useIam() {
	let clock: ManualClock;
	const simulator = useSimulator(() => {
		clock = manualClock();
		return { clock, tokenLifetimeSeconds: LIFETIME_SECONDS, forms: { gone: 'answered' } };
	});

	const token = async (identity: object, scope?: object, callerToken?: string) =>
		await requestToken(simulator.url, identity, scope, callerToken);

	return { simulator, clock: handOn(() => clock), token };
}
