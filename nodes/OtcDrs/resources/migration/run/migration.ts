import type { IDataObject } from 'n8n-workflow';
import type { Failure } from '../../../../shared/failures/failure';
import type { SendingOptions } from '../../../../shared/batch/sending';
import type { ApiClient } from '../../../../shared/client/client';
import type { Plan } from './plan';
import type { ItemSettings } from './settings';
import type { StageName } from './stageNames';

/** When a stage began, and how long it took. */
export interface StageTime {
	started_at: string;
	seconds: number;
}

/** A task that is configured and started for a migration: its own, or a subtask. */
export interface Part {
	id: string;
	/** Whether it replicates the other way: source and target change places. */
	isReversed: boolean;
}

/** How far a database is, and why it dropped out; plain JSON without secrets. */
export interface MigrationState {
	item: number;
	/** Empty until the task is there. */
	id: string;
	/** The subtasks that are configured and started in its place. */
	parts?: Part[];
	status: string;
	stages: Partial<Record<StageName, StageTime>>;
	/** Further information, such as `already_existed`. */
	facts: IDataObject;
	failure?: Failure & { stage: StageName };
	/** Set when nothing but a failed creation is wrong with the task, so that it may be deleted and created again. */
	isRemains?: boolean;
	/** The stage that it is in. */
	at: StageName | 'end';
	/** When it came into this stage, if the stage concerns it; in ms since 1970. */
	began?: number;
	/** Set while it cannot continue before another turn. */
	waits?: boolean;
	/** Whether its time for this stage is over: what cannot continue now drops out. */
	isLate?: boolean;
	/** Whether its pre-check was begun, by this run or, when it was started too early, by another one. */
	isChecked?: boolean;
	/** Whether the service was told to start it. */
	isStarted?: boolean;
}

/** One database in progress. */
export interface Migration extends MigrationState {
	plan: Plan;
}

/** What the stages work with. */
export interface RunContext {
	client: ApiClient;
	settings: SendingOptions;
	/** Tasks per query, and queries at the same time. */
	queries: { batchSize: number; concurrency: number };
}

/** A request that a stage sends for a migration. */
export interface StageRequest {
	/** The last part of its path, such as `batch-starting`. */
	path: string;
	/** Whether it changes anything. */
	changes: boolean;
}

/** @returns a request that changes something. */
export const changing = (path: string): StageRequest => ({ path, changes: true });

/** @returns a request that only asks. */
export const reading = (path: string): StageRequest => ({ path, changes: false });

/** One stage: which migrations it concerns, and what it does with all of them at once. */
export interface Stage {
	name: StageName;
	/** Whether the stage concerns a task in this status. */
	concerns(task: Pick<Migration, 'status'>, settings: ItemSettings): boolean;
	/** @returns what it sends for a database that it concerns, if nothing fails; each look while it waits is not counted */
	requests(plan: Plan): StageRequest[];
	/**
	 * Does what can be done without waiting. A migration that cannot continue is dropped by `drop`; one that has to wait is held by `hold`,
	 * and comes again in the next turn.
	 */
	run(context: RunContext, migrations: readonly Migration[]): Promise<void>;
}

/** Lets a migration wait for another turn; when its time is over, it drops out. */
export function hold(migration: Migration, stage: StageName, whenLate: Failure): void {
	if (migration.isLate) migration.failure = { ...whenLate, stage };
	else migration.waits = true;
}

/**
 * Takes a migration out of the run: it goes no further than this stage. What may be over at another turn is waited for, also
 * an answer that leaves out a task that exists.
 */
export function drop(migration: Migration, stage: StageName, failure: Failure): void {
	const mayReappear = failure.leftOut === true && migration.id !== '';
	if (failure.isTransient === true || mayReappear) hold(migration, stage, failure);
	else migration.failure = { ...failure, stage };
}

/** @returns the migrations that can still continue in this turn. */
export const onTheWay = (migrations: readonly Migration[]): Migration[] =>
	migrations.filter(({ failure, waits }) => failure === undefined && waits !== true);
