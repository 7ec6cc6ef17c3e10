import type { INodeExecutionData } from 'n8n-workflow';
import { success } from '../../../shared/failures/failure';
import { divide, earlierTries } from '../../../shared/n8n/earlierTries';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { toAllFailed } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { gathered } from '../../operations/perItem';
import { FINISH_FIELDS } from './finish/fields';
import { readFinishes, readFinishSettings } from './finish/read';
import type { FinishPlan } from './finish/state';
import { beginFinish, finishWork } from './finish/work';

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const { context, parameters } = run;
	const settings = readFinishSettings(parameters);
	if (!settings.ok) return toAllFailed(context, settings.failure);
	const tries = earlierTries(context);
	const readings = readEach(context, (item) =>
		tries.hasServed(item)
			? success([])
			: gathered(parameters, item, (fields) => readFinishes(fields, item, settings.value.interval)),
	);
	const { asked, settled } = divide(readings, tries, ({ id }) => id);
	const plan: FinishPlan = {
		...settings.value,
		finishes: asked.map(({ value }) => value),
		settled,
	};
	return await doInTurns(run, finishWork, plan, beginFinish(plan, run.now()));
}

/** Migration → Finish: drained, stopped normally, ended; or not stopped at all. */
export const finish: Operation = {
	option: {
		name: 'Finish',
		value: 'finish',
		action: 'Finish migrations by draining and stopping them (destructive)',
		description:
			'Wait until nothing is left to replicate, then stop tasks normally and wait until they have ended; nothing is stopped unless the lag stays at 0 (destructive)',
	},
	properties: FINISH_FIELDS,
	work: forRegistry(finishWork),
	execute,
};
