import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.mts';
import { handOn } from './handOn.mts';

/**
 * Starts a simulator before each test of the file or block, and closes it after the test.
 *
 * @param options of the simulator, or what makes them before each test
 */
export function useSimulator(options: SimulatorOptions | (() => SimulatorOptions) = {}): Simulator {
	let simulator: Simulator;

	beforeEach(async () => {
		simulator = await startSimulator(typeof options === 'function' ? options() : options);
	});

	afterEach(async () => {
		await simulator.close();
	});

	return handOn(() => simulator);
}
