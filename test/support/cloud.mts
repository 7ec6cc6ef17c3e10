import type { Simulator, SimulatorOptions } from '../../simulator/index.mts';
import { handOn } from './handOn.mts';
import type { Engine } from './n8nEngine.mts';
import { otcEngine } from './otc.mts';
import { useSimulator } from './simulator.mts';

/** The cloud of a test, and an engine with a credential for it. Both are new in each test. */
export interface TestCloud {
	simulator: Simulator;
	engine: Engine;
}

/**
 * Starts a simulator before each test of the file or block, and closes it after the test.
 *
 * @param options of the simulator, and the time at which each test begins: ISO 8601, the real time by default
 */
export function useCloud({
	startsAt,
	...options
}: SimulatorOptions & { startsAt?: string } = {}): TestCloud {
	if (startsAt !== undefined) beforeEach(() => jest.setSystemTime(new Date(startsAt)));
	const simulator = useSimulator(options);
	let engine: Engine;

	beforeEach(() => {
		engine = otcEngine(simulator.url);
	});

	return { simulator, engine: handOn(() => engine) };
}
