import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, IDataObject, INode } from 'n8n-workflow';
import { markedItem } from '../../nodes/shared/n8n/parking/marked.ts';
import { node, to } from '../support/canvas.mts';
import { otcEngine } from '../support/otc.mts';
import { ifNode, setNode } from '../support/standInNodes.mts';

const FILE = join(__dirname, '..', '..', 'workflows', 'migrate-and-recover.json');
const { nodes, connections } = JSON.parse(readFileSync(FILE, 'utf8')) as {
	nodes: INode[];
	connections: IConnections;
};

const NODES = nodes
	.filter(({ name }) => /^(Replicating\?|Interrupted\?|Message: .*)$/.test(name))
	.map((one) => ({ ...one, typeVersion: 1 }));

describe('Migrate and Recover', () => {
	/** @returns the messages about items that come out of an output */
	async function messagesOf(
		from: string,
		output: number,
		items: IDataObject[],
	): Promise<unknown[]> {
		const engine = otcEngine(
			'http://127.0.0.1:9',
			{},
			{ 'n8n-nodes-base.if': ifNode(), 'n8n-nodes-base.set': setNode() },
		);
		const next = connections[from].main[output]![0].node;
		const { items: itemsOf, status } = await engine.run(
			{
				nodes: [node('Start', 'test.start'), ...NODES],
				connections: {
					Start: { main: [to(next)] },
					'Replicating?': connections['Replicating?'],
					'Interrupted?': connections['Interrupted?'],
				},
			},
			{ startNode: 'Start', pinData: { Start: items.map((json) => ({ json })) } },
		);
		expect(status).toBe('success');
		return itemsOf('Message: Failed').map(({ json }) => json.message);
	}

	const OUTPUTS: Array<[node: string, output: number]> = [
		['Run Migrations', 1],
		['Wait for Replication', 0],
	];

	it.each(OUTPUTS)(
		'neither tells that n8n interrupted %s nor marks it as done: the schedule continues it',
		async (from, output) => {
			expect(await messagesOf(from, output, [markedItem(0).json])).toEqual([]);
		},
	);

	it.each(OUTPUTS)('tells of a failure of %s', async (from, output) => {
		const failed = { error: { message: 'the pre-check failed' } };
		expect(await messagesOf(from, output, [failed])).toEqual([
			expect.stringContaining('the pre-check failed'),
		]);
	});
});
