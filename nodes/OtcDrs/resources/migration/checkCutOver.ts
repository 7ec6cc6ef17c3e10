import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { readMinutes } from '../../../shared/fields/minutes';
import { readSendingOptions } from '../../../shared/n8n/options';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutput } from '../../../shared/n8n/results';
import { createZone } from '../../../shared/values/zone';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { CHECK_FIELDS } from './checkCutOver/fields';
import { readChecks } from './checkCutOver/read';
import { checkWork, type CheckPlan, type CheckProgress } from './checkCutOver/work';

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const { context, reader } = run;
	const minutes = readMinutes('For (Minutes)', reader.get('lagMinutes', 0, 0));
	if (!minutes.ok)
		return toOutput(
			context,
			context.getInputData().map(() => minutes),
		);
	const zone = createZone(context.getTimezone());
	const readings = readEach(context, (item) => readChecks(reader, item, zone));
	const plan: CheckPlan = {
		...readSendingOptions(reader.get<IDataObject>('options', 0, {}), 'query'),
		minutes: minutes.value,
		checks: readings.flatMap((reading) => (reading.ok ? reading.value : [])),
		rejected: readings.flatMap((reading, item) =>
			reading.ok ? [] : [{ item, failure: reading.failure }],
		),
	};
	const tasks = plan.checks.map(() => ({ count: 0 }));
	const progress: CheckProgress = { since: Date.now(), tasks };
	return await doInTurns(run, checkWork, plan, progress);
}

/** Migration → Check Cut-Over: ready or not, and why. */
export const checkCutOver: Operation = {
	option: {
		name: 'Check Cut-Over',
		value: 'checkCutOver',
		action: 'Check whether tasks are ready for the cut-over',
		description:
			'Say for each task whether it is ready to be cut over, with the reasons: status, lag over a time, errors, an identical verification',
	},
	properties: CHECK_FIELDS,
	work: forRegistry(checkWork),
	execute,
};
