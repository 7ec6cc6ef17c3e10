import { callWebhook } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { DATABASE, waitUntil } from '../../test/e2e/support/exampleWorkflows.mts';

const PATIENCE = 120_000;

/** A task of the simulator. */
export interface SampleTask {
	id: string;
	name: string;
}

/** Tasks for lists and errors. */
export interface SampleTasks {
	/** It replicates. */
	running: SampleTask;
	/** It was created and is not configured. */
	idle: SampleTask;
}

/** Makes the tasks by requests to the published example workflows. */
export async function makeTasks({ n8nUrl, simulator }: Demo): Promise<SampleTasks> {
	const make = async (webhook: string, name: string, status?: string): Promise<SampleTask> => {
		await callWebhook(`${n8nUrl}/webhook/otc-drs/${webhook}`, { name, ...DATABASE });
		const find = () =>
			simulator.tasks
				.all()
				.find((task) => task.name === name && [undefined, task.status].includes(status));
		await waitUntil(`the task ${name}`, () => find() !== undefined, PATIENCE);
		return { id: find()?.id ?? '', name };
	};
	return {
		running: await make('migrate', 'shop-mysql-to-rds', 'INCRE_TRANSFER_STARTED'),
		idle: await make('create-migration-task', 'billing-mysql-to-rds'),
	};
}
