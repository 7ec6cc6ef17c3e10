import type { SimulatorOptions } from '../../../simulator/index.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './stack.mts';

/**
 * Starts n8n with its simulator before the tests of the file, and ends both after them.
 *
 * @param simulator further options of the simulator
 * @returns what is there from the first test on
 */
export function useStack(simulator?: SimulatorOptions): Stack {
	const stack = {} as Stack;

	beforeAll(async () => {
		Object.assign(stack, await startStack(simulator));
	}, SETUP_MILLISECONDS);

	afterAll(async () => {
		await (stack as Partial<Stack>).close?.();
	}, 60_000);

	return stack;
}
