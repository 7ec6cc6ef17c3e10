import { readExecution } from '../../demo/lib/executions.mts';
import { describeKills } from '../e2e/support/kills/describeKills.mts';
import type { Scene } from '../e2e/support/kills/scene.mts';
import { executionsIn } from '../e2e/support/parkingTrial.mts';
import { SETUP_MILLISECONDS } from '../e2e/support/stack.mts';
import { QUEUE_MOMENTS, startQueue, VICTIM } from './support/kills.mts';

/**
 * Main has missed the worker; or the worker, started again, has found the execution before; or it has found the
 * sub-execution, so that what comes out of Run is interrupted, and has no task for Wait.
 */
const LOST =
	/^(error: This execution failed to be processed too many times|crashed: |error: Task: is empty)/;

let scene: Scene;

beforeAll(async () => {
	scene = await startQueue();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await scene?.close();
}, 60_000);

describe(`an execution in queue mode whose workers, main or all are killed (${VICTIM})`, () => {
	describeKills(VICTIM, () => scene, QUEUE_MOMENTS);

	it('is lost, and n8n says so, when it was at work in a worker', async () => {
		const { api } = scene;
		const ended = await executionsIn(api, 'error', 'crashed', 'canceled', 'unknown');
		const reasons = await Promise.all(
			ended
				.filter(({ mode }) => mode !== 'integrated')
				.map(async ({ id }) => {
					const { status, message } = await readExecution(api, id);
					return `${status}: ${message}`;
				}),
		);
		const lost = QUEUE_MOMENTS.filter(({ killed }) => killed === 'workers');
		expect(reasons).toEqual(lost.map(() => expect.stringMatching(LOST)));
	});
});
