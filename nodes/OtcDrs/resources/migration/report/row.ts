import type { IDataObject } from 'n8n-workflow';
import type { Idle } from '../../../../shared/drs/cost';
import { lagSeconds } from '../../../../shared/drs/lag';
import type { Failure, Outcome } from '../../../../shared/failures/failure';
import { finiteNumber, readText } from '../../../../shared/values/read';
import { SCENARIOS } from '../../../../shared/drs/scenarios';
import { nextStep } from '../../../../shared/drs/nextStep';
import { failedReason } from '../../../../shared/drs/failedReason';
import {
	GONE,
	isFailedStatus,
	PAUSED,
	statusLabel,
	STOPPED,
} from '../../../../shared/drs/statuses';
import { GOALS } from '../../../../shared/drs/goals';

/** What a task is doing, in the groups that the report counts. */
export type TaskState =
	| 'failed'
	| 'paused'
	| 'waiting'
	| 'transferring'
	| 'complete'
	| 'replicating'
	| 'stopped'
	| 'unknown';

/** A task in the report. */
export interface Row {
	id: string;
	name: string;
	engine: string;
	scenario: string;
	status: string;
	statusText: string;
	state: TaskState;
	/** Percent; null where the service does not say. */
	progress: number | null;
	/** Seconds; null where the service does not say. */
	delay: number | null;
	/** Seconds; null where the service does not say. */
	remaining: number | null;
	/** Milliseconds since 1970; null where the service does not say. */
	created: number | null;
	reason: string;
	nextStep: string;
	/** How long it has existed, in hours; null where that is not known, or it has ended. */
	ageHours?: number | null;
	/** Up to now, and for each further day; null without a price. */
	cost?: number | null;
	costPerDay?: number | null;
	currency?: string;
	/** Why it costs money and does nothing, where that was asked for. */
	idle?: Idle;
	/** What is to be done, in a plan. */
	steps?: string;
	/** Whether somebody has to look at it. */
	needsAttention: boolean;
}

/** @returns what people call a scenario; one that the node does not know as the service names it. */
function scenarioName(useType: string): string {
	const noun = SCENARIOS.find(({ dbUseType }) => dbUseType === useType)?.noun;
	return noun === undefined ? useType : `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}`;
}

/** @returns what a task in this status is doing. */
function stateOf(status: string): TaskState {
	if (isFailedStatus(status)) return 'failed';
	if (PAUSED.includes(status)) return 'paused';
	if ([...STOPPED, ...GONE].includes(status)) return 'stopped';
	if (GOALS.replicating.reached.includes(status)) return 'replicating';
	if (GOALS.fullTransferComplete.reached.includes(status)) return 'complete';
	return ['FULL_TRANSFER_STARTED', 'STARTJOBING', 'CHILD_TRANSFER_STARTING'].includes(status)
		? 'transferring'
		: 'waiting';
}

const textOrNothing = (...values: unknown[]): string => readText(...values) ?? '';

/** The last moment that a date can name, in ms; a larger number of the service is none that anybody can read. */
const LARGEST = 8.64e15;

const numberOrNull = (value: unknown): number | null => {
	const number = finiteNumber(value);
	return number === undefined || Math.abs(number) > LARGEST ? null : number;
};

/**
 * @param details of a task (drs_api_0151)
 * @param lookUp its progress, or why that could not be read
 * @returns the task as the report shows it
 */
export function toRow(details: IDataObject, lookUp: Outcome<IDataObject>): Row {
	const status = textOrNothing(details.status);
	const state = stateOf(status);
	const instance = (details.inst_info ?? {}) as IDataObject;
	const isDone = state === 'replicating' || state === 'complete';
	const progress = lookUp.ok ? lookUp.value : {};
	const row: Row = {
		id: textOrNothing(details.id),
		name: textOrNothing(details.name),
		engine: textOrNothing(details.engine_type, instance.engine_type),
		scenario: scenarioName(textOrNothing(details.db_use_type)),
		status,
		statusText: statusLabel(status),
		state,
		progress: isDone ? 100 : numberOrNull(progress.progress),
		delay: state === 'replicating' ? (lagSeconds(progress) ?? null) : null,
		remaining: state === 'transferring' ? numberOrNull(progress.remaining_time) : null,
		created: numberOrNull(details.create_time),
		reason: failedReason(details) ?? '',
		nextStep: nextStep(status),
		needsAttention: state === 'failed',
	};
	const isMissed = !lookUp.ok && (state === 'transferring' || state === 'replicating');
	if (!isMissed) return row;
	const { message, description } = lookUp.failure;
	return withError(row, { message: `The progress could not be read: ${message}`, description });
}

/**
 * @param row a task
 * @param error what went wrong with it in this workflow, in the form in which a failed item carries it
 * @returns the task with that error, which does not hide a reason that the service gives
 */
export function withError(row: Row, error: IDataObject): Row {
	const isKnown = row.needsAttention && row.reason !== '';
	return {
		...row,
		reason: isKnown ? row.reason : textOrNothing(error.message),
		nextStep: isKnown ? row.nextStep : textOrNothing(error.description, row.nextStep),
		needsAttention: true,
	};
}

/** A row of which nothing is known. */
export const EMPTY_ROW: Row = {
	id: '',
	name: '',
	engine: '',
	scenario: '',
	status: '',
	statusText: '',
	state: 'unknown',
	progress: null,
	delay: null,
	remaining: null,
	created: null,
	reason: '',
	nextStep: '',
	needsAttention: true,
};

/** @returns the row of a task that could not be read. */
export const unreadableRow = (id: string, { message, description }: Failure): Row => ({
	...EMPTY_ROW,
	id,
	name: id,
	statusText: 'Could not be read',
	reason: message,
	nextStep: description ?? '',
});

/** @returns the row of an item that failed before it had a task, as Migration → Run hands it on. */
export const taskless = (name: string, error: IDataObject): Row => ({
	...EMPTY_ROW,
	name,
	statusText: 'No Task',
	state: 'failed',
	reason: textOrNothing(error.message),
	nextStep: textOrNothing(error.description),
});
