import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.mts';
import type { Engine } from './n8nEngine.mts';
import { otcEngine } from './otc.mts';

/** The cloud of a test, and an engine with a credential for it. Both are new in each test. */
export interface TestCloud {
	simulator: Simulator;
	engine: Engine;
}

/** @returns an object that hands all on to what `current` gives at the time. */
const handOn = <T extends object>(current: () => T): T =>
	new Proxy({} as T, { get: (_, key) => Reflect.get(current(), key) as unknown });

/**
 * Starts a simulator before each test of the file or block, and closes it after the test.
 *
 * @param options of the simulator, and the time at which each test begins: ISO 8601, the real time by default
 */
export function useCloud({
	startsAt,
	...options
}: SimulatorOptions & { startsAt?: string } = {}): TestCloud {
	let simulator: Simulator;
	let engine: Engine;

	beforeEach(async () => {
		if (startsAt !== undefined) jest.setSystemTime(new Date(startsAt));
		simulator = await startSimulator(options);
		engine = otcEngine(simulator.url);
	});

	afterEach(async () => {
		await simulator.close();
	});

	return { simulator: handOn(() => simulator), engine: handOn(() => engine) };
}
