import { createRequire } from 'node:module';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import { otcEngine, runNode } from '../../test/support/otc.mts';
import { builtPath } from '../measure/built.mts';
import type { AnsweredTask, Ask, Cloud } from './job.mts';

/** The built node in n8n's own engine: trigger, OTC DRS, and a node that takes the results. */
export function nodeWorker(cloud: Cloud): Ask {
	const file = builtPath('nodes/OtcDrs/OtcDrs.node.js');
	const { OtcDrs } = createRequire(file)(file) as { OtcDrs: new () => INodeType };
	const { accessKeyId, secretAccessKey } = cloud;
	const engine = otcEngine(
		cloud.url,
		{ authentication: 'accessKey', accessKeyId, secretAccessKey },
		{ 'n8n-nodes-otc-drs.otcDrs': new OtcDrs() },
	);
	return async (ids, { query, ids: source }) => {
		const isList = source === 'list';
		const items: IDataObject[] = isList ? [{}] : ids.map((id) => ({ id }));
		const value = isList ? ids.join(',') : '={{ $json.id }}';
		const parameters: INodeParameters = {
			resource: 'task',
			operation: query,
			jobId: { __rl: true, mode: 'id', value },
			...(query === 'get' ? { simplify: false } : {}),
		};
		const run = await runNode(engine, parameters, items, 'stopWorkflow', 'trigger');
		engine.executions.all.clear();
		if (run.error) throw run.error;
		return run.items('Note').map(({ json }) => json as unknown as AnsweredTask);
	};
}
