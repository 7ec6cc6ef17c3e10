import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../../shared/errors/failure';
import { compact } from '../../../../shared/items/compact';
import { STAGE_LABELS, type Migration, type StageName } from './migration';

/** What to do next with a task, by its status. */
const NEXT_ACTIONS: ReadonlyArray<[statuses: readonly string[], action: string]> = [
	[['CREATING'], 'Wait until the task can be configured, then run again.'],
	[['CONFIGURATION', 'START_JOB_FAILED'], 'Run again to go on, for instance after an approval.'],
	[['WAITING_FOR_START'], 'Nothing: the task starts at its time.'],
	[
		['STARTJOBING', 'FULL_TRANSFER_STARTED', 'CHILD_TRANSFER_STARTING', 'CHILD_TRANSFER_STARTED'],
		'Wait for the full transfer, for instance with OTC DRS Wait.',
	],
	[
		['INCRE_TRANSFER_STARTED'],
		'Compare source and target, stop writing to the source, then stop the task.',
	],
	[
		['FULL_TRANSFER_COMPLETE', 'CHILD_TRANSFER_COMPLETE'],
		'Compare source and target, then stop the task.',
	],
];

/** @returns what to do next with a task in this status. */
export const nextAction = (status: string): string =>
	NEXT_ACTIONS.find(([statuses]) => statuses.includes(status))?.[1] ?? 'Look at the task.';

const lastStage = ({ stages }: Migration): StageName | undefined =>
	Object.keys(stages).at(-1) as StageName | undefined;

/**
 * @returns the output of a migration: its task, how far it came, how long each stage took, and what to do next; or its
 * failure with the stage and all that was found out
 */
export function toOutcome(migration: Migration): Outcome<IDataObject[]> {
	const { failure, plan, id, status, stages, facts } = migration;
	const times = stages as IDataObject;
	if (failure) {
		const { stage, ...rest } = failure;
		return failed({
			...rest,
			message: `${STAGE_LABELS[stage]}: ${rest.message}`,
			jobId: rest.jobId ?? (id === '' ? undefined : id),
			jobName: plan.task.body.name,
			details: compact({
				stage,
				status: status === '' ? undefined : status,
				...facts,
				...rest.details,
				stages: times,
			}),
		});
	}
	return success([
		{
			id,
			name: plan.task.body.name,
			status,
			stage: lastStage(migration),
			...facts,
			stages: times,
			next_action: nextAction(status),
		},
	]);
}
