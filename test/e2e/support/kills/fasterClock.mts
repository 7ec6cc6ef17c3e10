import { join } from 'node:path';
import type { Clock } from '../../../../simulator/clock.mts';
import { ROOT } from '../stack.mts';

/** @returns the path of a file that n8n loads */
export const loaded = (name: string): string => join(ROOT, 'test', 'e2e', 'support', 'kills', name);

/** One clock for n8n and the simulator. */
export interface FasterClock {
	clock: Clock;
	/** Variables for n8n. */
	environment: Record<string, string>;
}

/** @returns a clock that runs faster from now on, also in an n8n that is started again later */
export function fasterClock(speed: number): FasterClock {
	const origin = Date.now();
	return {
		clock: { now: () => Math.floor(origin + (Date.now() - origin) * speed) },
		environment: {
			NODE_OPTIONS: `--require=${loaded('fasterClock.cjs')}`,
			TEST_CLOCK_SPEED: String(speed),
			TEST_CLOCK_ORIGIN: String(origin),
		},
	};
}
