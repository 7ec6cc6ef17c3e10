import type { INodeExecutionData } from 'n8n-workflow';
import { showFor } from '../../../shared/n8n/fields';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutput } from '../../../shared/n8n/results';
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
	if (!settings.ok)
		return toOutput(
			context,
			context.getInputData().map(() => settings),
		);
	const readings = readEach(context, (item) =>
		gathered(parameters, item, (fields) => readWaits(fields, item)),
	);
	const plan: WaitPlan = {
		...settings.value,
		waits: readings.flatMap((reading) => (reading.ok ? reading.value : [])),
		rejected: readings.flatMap((reading, item) =>
			reading.ok ? [] : [{ item, failure: reading.failure }],
		),
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
