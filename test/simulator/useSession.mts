import type { SimulatorOptions } from '../../simulator/index.mts';
import { handOn } from '../support/handOn.mts';
import { useSimulator } from '../support/simulator.mts';
import { logIn, send, type Session } from './client.mts';

/**
 * Starts a simulator before each test of the file or block, and logs in to it.
 *
 * @param options of the simulator, or what makes them before each test
 * @returns the simulator, the token, and what sends a request about tasks
 */
export function useSession(options?: SimulatorOptions | (() => SimulatorOptions)) {
	const simulator = useSimulator(options);
	let session: Session;

	beforeEach(async () => {
		session = await logIn(simulator.url);
	});

	/** @param path below the address of tasks, with its slash */
	const jobs = async (path: string, body?: object | string, method = 'POST') =>
		await send(`${simulator.url}/drs/v3/${session.projectId}/jobs${path}`, {
			method,
			body,
			headers: session.headers,
		});

	return { simulator, session: handOn(() => session), jobs };
}
