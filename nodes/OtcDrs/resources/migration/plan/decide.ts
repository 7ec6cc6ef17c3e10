import { deadEndOf } from '../../../../shared/drs/deadEnds';
import {
	differingFailure,
	findDifferences,
	findUnreadable,
	strangerFailure,
	type Difference,
} from '../../../../shared/drs/differences';
import {
	hasBeenCreated,
	isFailedStatus,
	STARTED,
	statusLabel,
} from '../../../../shared/drs/statuses';
import { readText } from '../../../../shared/values/read';
import { ALIGN_PARAMETERS, type Plan } from '../run/plan';
import { changesAnything, stepsFrom, type PlannedStep } from './steps';
import type { World } from './survey';
import { warningsFor } from './warnings';

/** What a run would do with a database. */
export type Action = 'create' | 'continue' | 'start' | 'leave' | 'blocked';

/** What a run would do with a database, and why. */
export interface Decision {
	action: Action;
	reason: string;
	/** What to do first, for what is blocked. */
	remedy?: string;
	task?: World['task'];
	/** The details of the task, as the service gives them. */
	details?: World['details'];
	differences: Difference[];
	steps: PlannedStep[];
	warnings: string[];
	/** What was asked for and cannot be compared with the task. */
	unreadable: string[];
}

/** The action, why, and what to do first. */
type Verdict = [action: Action, reason: string, remedy?: string];

const STARTABLE: readonly string[] = ['CREATING', 'CONFIGURATION', 'START_JOB_FAILED'];

/** @returns why a run cannot do anything with the task that is there; undefined where it can. */
function blockOf(
	{ task: { body }, settings: { ifSettingsDiffer } }: Plan,
	{ id, status }: NonNullable<World['task']>,
	differences: readonly Difference[],
): Verdict | undefined {
	const stranger = strangerFailure(body, id, differences);
	if (stranger) return ['blocked', stranger.message, stranger.description];
	if (differences.length > 0 && ifSettingsDiffer === 'fail') {
		const { message, description } = differingFailure(body, id, differences);
		return ['blocked', message, description];
	}
	const deadEnd = deadEndOf(status);
	if (deadEnd) return ['blocked', `Task "${body.name}": ${deadEnd.what}`, deadEnd.remedy];
	if (isFailedStatus(status) && !STARTABLE.includes(status)) {
		const remedy = 'Fix the cause, then let the task continue with Task → Resume or Retry.';
		return ['blocked', `Task "${body.name}": is in ${status}`, remedy];
	}
	if (!hasBeenCreated(status) && !STARTABLE.includes(status)) {
		const remedy = 'Look at the task in the console, then plan again.';
		return ['blocked', `Task "${body.name}": has the unknown status ${status}`, remedy];
	}
	return undefined;
}

/** @returns what a run does with a task that nothing is wrong with. */
function verdictOn(
	{ status }: NonNullable<World['task']>,
	hasPassed: boolean,
	steps: readonly PlannedStep[],
	{ settings: { stopAfter } }: Plan,
): Verdict {
	if (!changesAnything(steps)) {
		if (STARTED.includes(status))
			return ['leave', `The task has already been started (${statusLabel(status)})`];
		return stopAfter === 'create'
			? ['leave', 'The task is there, and the run stops after the creation']
			: ['leave', `Nothing to do in status ${statusLabel(status)}`];
	}
	if (stopAfter !== undefined && hasPassed) {
		return ['leave', 'The task has passed its pre-check, and the run stops before the start'];
	}
	if (status === 'START_JOB_FAILED' && stopAfter === undefined) {
		return ['start', 'The last start failed: the task is checked again, then started'];
	}
	if (hasPassed) return ['start', 'The task has passed its pre-check and is ready to start'];
	return [
		'continue',
		status === 'CREATING'
			? 'The task is being created: the run continues when it can be configured'
			: 'The task is there and can be configured',
	];
}

/** @returns the settings besides the task itself that the service does not tell. */
const unreadableSettings = ({ configurations, alignParameters, startBody }: Plan): string[] => [
	...configurations.map(({ name }) => name),
	...(alignParameters ? [ALIGN_PARAMETERS] : []),
	...(readText(startBody.start_time) === undefined ? [] : ['start_time']),
];

/**
 * Decides what a run would do with a database. Pure: the same plan and world give the same decision.
 *
 * @param plan what the item asks for
 * @param world what is there already
 */
export function decide(plan: Plan, world: World): Decision {
	const { body } = plan.task;
	const { task, details, stranger } = world;
	const differences = details ? findDifferences(body, details) : [];
	const common = {
		task,
		details,
		differences,
		warnings: warningsFor(plan),
		unreadable: [...findUnreadable(body, details), ...unreadableSettings(plan)],
	};
	if (stranger) {
		const words = [stranger.db_use_type, stranger.engine_type]
			.flatMap((word) => readText(word) ?? [])
			.join(', ');
		return {
			...common,
			action: 'blocked',
			reason: `Task "${body.name}": the name is taken, by a task of another scenario or engine${words === '' ? '' : ` (${words})`}`,
			remedy: 'Names are unique in the project. Choose another name.',
			steps: [],
		};
	}
	if (!task) {
		const steps = stepsFrom(plan, undefined);
		return { ...common, action: 'create', reason: 'There is no task of this name', steps };
	}
	const block = blockOf(plan, task, differences);
	const possible = block ? [] : stepsFrom(plan, task.status);
	const [action, reason, remedy] =
		block ?? verdictOn(task, world.hasPassed === true, possible, plan);
	const steps = action === 'leave' ? possible.filter((step) => !changesAnything([step])) : possible;
	return { ...common, action, reason, remedy, steps };
}
