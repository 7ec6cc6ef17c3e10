import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import type { OutputItem } from '../../../../shared/n8n/results';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import { nextStep } from '../../../../shared/drs/nextStep';
import type { Migration } from './migration';
import { STAGE_LABELS, type StageName } from './stageNames';

const lastStage = ({ stages }: Migration): StageName | undefined =>
	Object.keys(stages).at(-1) as StageName | undefined;

/**
 * @returns the output of a migration: its task, how far it came, how long each stage took, and what to do next; or its
 * failure with the stage and all that was found out
 */
export function toOutcome(migration: Migration): Outcome<OutputItem[]> {
	const { failure, plan, id, status, stages, facts } = migration;
	const times = stages as IDataObject;
	if (failure) {
		const { stage, ...rest } = failure;
		return failed({
			...rest,
			message: `${STAGE_LABELS[stage]}: ${rest.message}`,
			jobId: rest.jobId ?? (id === '' ? undefined : id),
			jobName: plan.task.body.name,
			details: withoutUndefined({
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
			json: {
				id,
				name: plan.task.body.name,
				status,
				stage: lastStage(migration),
				...facts,
				stages: times,
				next_action: nextStep(status),
			},
		},
	]);
}
