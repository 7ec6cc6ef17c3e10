import type { INodeExecutionData } from 'n8n-workflow';
import { divide } from '../../../shared/n8n/earlierTries';
import { sendingOptionsOf } from '../../../shared/n8n/options';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { toAllFailed } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { gathered } from '../../operations/perItem';
import { CHECK_FIELDS } from './checkCutOver/fields';
import { readChecks } from './checkCutOver/read';
import { checkWork, type CheckPlan, type CheckProgress } from './checkCutOver/work';

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const { context, parameters } = run;
	const sending = sendingOptionsOf(parameters, 'query');
	if (!sending.ok) return toAllFailed(context, sending.failure);
	const readings = readEach(context, (item) =>
		gathered(parameters, item, (fields) => readChecks(fields, item)),
	);
	const { asked, settled } = divide(readings);
	const plan: CheckPlan = {
		...sending.value,
		checks: asked.map(({ value }) => value),
		settled,
	};
	const tasks = plan.checks.map(() => ({ count: 0 }));
	const progress: CheckProgress = { since: run.now(), tasks };
	return await doInTurns(run, checkWork, plan, progress);
}

/** Migration → Check Cut-Over: ready or not, and why. */
export const checkCutOver: Operation = {
	option: {
		name: 'Check Cut-Over',
		value: 'checkCutOver',
		action: 'Check whether tasks are ready for the cut-over',
		description:
			'Report for each task whether it is ready to be cut over, with the reasons: status, lag over a time, errors, an identical verification',
	},
	properties: CHECK_FIELDS,
	work: forRegistry(checkWork),
	execute,
};
