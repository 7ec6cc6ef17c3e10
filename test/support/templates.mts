import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, IDataObject, INode, INodeType, IPinData } from 'n8n-workflow';
import type { EngineRun } from './n8nEngine.mts';
import { otcEngine } from './otc.mts';
import {
	callNode,
	ifNode,
	noteNode,
	respondNode,
	setNode,
	splitOutNode,
	startNode,
} from './standInNodes.mts';
import { codeNode, pageNode, tableNode, textFileNode } from './templateNodes.mts';

const CREDENTIALS = {
	otcApi: { id: 'otc', name: 'OTC' },
	otcDrsSourceDatabaseApi: { id: 'source', name: 'Source' },
	otcDrsTargetDatabaseApi: { id: 'target', name: 'Target' },
};

/** The workflow as users import it, with the credentials of the tests. */
function read(file: string): { nodes: INode[]; connections: IConnections } {
	const text = readFileSync(join(__dirname, '..', '..', 'workflows', `${file}.json`), 'utf8');
	const { nodes, connections } = JSON.parse(text) as { nodes: INode[]; connections: IConnections };
	return {
		nodes: nodes.map((node) => ({
			...node,
			typeVersion: 1,
			...(node.credentials?.otcApi && { credentials: CREDENTIALS }),
		})),
		connections,
	};
}

/** What happens in a run of a template. */
interface TemplateOptions {
	/** What nodes give without being run, by their names. */
	pinData: IPinData;
	/** Is called with the name of the node and the input for every email that would be sent. */
	onEmail?: (node: string, input: IDataObject) => unknown;
	/** Is called with the body and the name of the node for every call that would go out. */
	onCall?: (body: IDataObject, node: string) => void;
}

/**
 * Runs a workflow of the folder `workflows` to its end, with stand-ins for the nodes of n8n.
 *
 * @param simulatorUrl address of the cloud
 * @param file name without `.json`
 * @param from the node to start with
 * @param options see `TemplateOptions`
 */
export async function runTemplate(
	simulatorUrl: string,
	file: string,
	from: string,
	{ pinData, onEmail, onCall }: TemplateOptions,
): Promise<EngineRun> {
	const email: INodeType = {
		...noteNode(),
		async execute() {
			const items = this.getInputData();
			await onEmail?.(this.getNode().name, items[0].json);
			return [items];
		},
	};
	const engine = otcEngine(
		simulatorUrl,
		{},
		{
			'n8n-nodes-base.code': codeNode(),
			'n8n-nodes-base.dataTable': tableNode(),
			'n8n-nodes-base.emailSend': email,
			'n8n-nodes-base.extractFromFile': textFileNode(),
			'n8n-nodes-base.form': pageNode(),
			'n8n-nodes-base.formTrigger': startNode(),
			'n8n-nodes-base.httpRequest': callNode(onCall ?? (() => undefined)),
			'n8n-nodes-base.if': ifNode(),
			'n8n-nodes-base.manualTrigger': startNode(),
			'n8n-nodes-base.removeDuplicates': noteNode(),
			'n8n-nodes-base.respondToWebhook': respondNode(),
			'n8n-nodes-base.scheduleTrigger': startNode(),
			'n8n-nodes-base.set': setNode(),
			'n8n-nodes-base.splitOut': splitOutNode(),
			'n8n-nodes-base.stickyNote': noteNode(),
			'n8n-nodes-base.webhook': startNode(),
		},
	);
	return await engine.settle(await engine.run(read(file), { startNode: from, pinData }));
}
