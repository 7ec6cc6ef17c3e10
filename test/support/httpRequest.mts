import type { INodeParameters } from 'n8n-workflow';
import { chain, node } from './canvas.mts';
import type { Engine, EngineRun } from './n8nEngine.mts';

/**
 * Runs Start → HTTP Request, with our credential in n8n's node.
 *
 * @param parameters of the node, with the address as `uri`
 */
export const runHttpRequest = async (
	engine: Engine,
	parameters: INodeParameters,
): Promise<EngineRun> =>
	await engine.run(
		chain(
			node('Start', 'test.start'),
			node('HTTP Request', 'test.http', {
				parameters,
				credentials: { otcApi: { id: 'otc', name: 'OTC' } },
			}),
		),
		{ startNode: 'Start', pinData: { Start: [{ json: {} }] } },
	);
