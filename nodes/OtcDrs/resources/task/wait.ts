import type { INodeExecutionData } from 'n8n-workflow';
import { showFor } from '../../../shared/n8n/fields';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { divide } from '../../../shared/n8n/earlierTries';
import { readEach } from '../../../shared/n8n/readEach';
import { toAllFailed } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { gathered } from '../../operations/perItem';
import { WAIT_FIELDS } from './wait/fields';
import type { WaitPlan } from './wait/plan';
import { readSettings, readWaits } from './wait/read';
import { waitWork } from './wait/work';

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const { context, parameters } = run;
	const settings = readSettings(parameters);
	if (!settings.ok) return toAllFailed(context, settings.failure);
	const readings = readEach(context, (item) =>
		gathered(parameters, item, (fields) => readWaits(fields, item)),
	);
	const { asked, settled } = divide(readings);
	const plan: WaitPlan = {
		...settings.value,
		waits: asked.map(({ value }) => value),
		settled,
	};
	const progress = { since: run.now(), turns: 0, tasks: plan.waits.map(() => ({})) };
	return await doInTurns(run, waitWork, plan, progress);
}

/** Task → Wait for Status. */
export const wait: Operation = {
	option: {
		name: 'Wait for Status',
		value: 'wait',
		action: 'Wait for a task status',
		description:
			'Wait for minutes or days until tasks replicate, have been transferred, are stopped or reach another status, without holding a worker',
	},
	properties: showFor({ resource: 'task', operations: ['wait'] }, WAIT_FIELDS),
	work: forRegistry(waitWork),
	execute,
};
