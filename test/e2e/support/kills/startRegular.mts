import { readFileSync } from 'node:fs';
import type { N8nChoice } from '../../../../demo/lib/prepareN8n.mts';
import { waitUntil } from '../exampleWorkflows.mts';
import { startStack } from '../stack.mts';
import { startScene, type Scene } from './scene.mts';

const PATIENCE = 180_000;

/**
 * Starts n8n in regular mode, with the workflow that is killed.
 *
 * @param environment further environment variables of n8n
 * @param n8n another n8n than the demo's
 */
export const startRegular = async (
	environment: Record<string, string> = {},
	n8n?: N8nChoice,
): Promise<Scene> =>
	await startScene(async (start) => {
		const variables = { ...environment, ...start.environment, TEST_HOOK_STANDS_STILL: 'true' };
		const stack = await startStack(start.simulator, variables, n8n);
		const { api, n8nUrl, simulator: cloud, killN8n, restartN8n, logFile } = stack.demo;
		return {
			...{ api, url: n8nUrl, simulator: cloud, kill: killN8n },
			async restart() {
				await restartN8n();
				// n8n says that it is ready while it still recovers from the kill; this it says at the end.
				const isUp = () => readFileSync(logFile, 'utf8').includes('Editor is now accessible');
				await waitUntil('the end of the start', isUp, PATIENCE);
			},
			close: stack.close,
		};
	});
