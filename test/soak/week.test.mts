import type { IDataObject } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import type { StoredExecution } from '../support/executions.mts';
import { beginNode, CREATE, runNode } from '../support/otc.mts';

const { engine } = useCloud();

const WEEK = 7 * 24 * 3_600_000;
const TASKS = 500;
const MEGABYTE = 1_000_000;
/** A thousand turns take two minutes on a slow machine. */
const PATIENCE = 20 * 60_000;

const WAIT = {
	resource: 'task',
	operation: 'wait',
	jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	target: 'stopped',
	timeout: 7,
	timeoutUnit: 'days',
};

const named: IDataObject[] = Array.from({ length: TASKS }, (_, index) => ({
	name: `shop-${index}`,
}));

/** @returns how much room an execution takes in n8n's database, in bytes */
const sizeOf = ({ text, json }: StoredExecution): number =>
	Buffer.byteLength(text) + Buffer.byteLength(JSON.stringify(json));

/** @returns the time that this process has used a CPU, in ms: the real time depends on what else the machine does */
function cpuTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

describe('500 tasks that are waited for, for a week', () => {
	it(
		'take little room in the database, and each turn takes little time',
		async () => {
			const created = await runNode(engine, { ...CREATE, options: { batchSize: 100 } }, named);
			const items = created.items('OTC DRS').map(({ json }) => json);
			const parked = await beginNode(engine, WAIT, items);
			const child = [...engine.executions.all.values()].find(
				({ parent }) => parent?.executionId === parked.execution.id,
			)!;
			const began = Date.now();
			const most = { parent: 0, child: 0 };
			const turns: number[] = [];
			let used = cpuTime();
			const run = await engine.settle(parked, () => {
				turns.push(cpuTime() - used);
				most.parent = Math.max(most.parent, sizeOf(parked.execution));
				most.child = Math.max(most.child, sizeOf(child));
				used = cpuTime();
			});
			const slow = turns.sort((a, b) => a - b)[Math.floor(turns.length * 0.99)];
			process.stderr.write(`${JSON.stringify({ ...most, turns: turns.length, slow })}\n`);
			expect(Date.now() - began).toBe(WEEK);
			expect(run.items('Note')).toHaveLength(TASKS);
			expect(most.parent).toBeLessThan(MEGABYTE);
			expect(most.child).toBeLessThan(20 * MEGABYTE);
			expect(slow).toBeLessThan(1_000);
		},
		PATIENCE,
	);
});
