import type { IDataObject } from 'n8n-workflow';
import type { Failure } from '../../../../shared/failures/failure';
import type { SendingOptions } from '../../../../shared/batch/sending';
import type { ApiClient } from '../../../../shared/client/client';
import type { Plan } from './plan';

/** The stages of a migration, and what people call them. */
export const STAGE_LABELS = {
	create: 'Creation',
	connectionTest: 'Connection Test',
	configuration: 'Configuration',
	precheck: 'Pre-Check',
	start: 'Start',
	wait: 'Wait',
} as const;

/** The name of a stage. */
export type StageName = keyof typeof STAGE_LABELS;

/** When a stage began, and how long it took. */
export interface StageTime {
	started_at: string;
	seconds: number;
}

/** One database on its way: what is planned, how far it is, and why it dropped out. */
export interface Migration {
	item: number;
	plan: Plan;
	/** Empty until the task is there. */
	id: string;
	status: string;
	stages: Partial<Record<StageName, StageTime>>;
	/** What is worth telling besides, such as `already_existed`. */
	facts: IDataObject;
	failure?: Failure & { stage: StageName };
	/** Set when nothing but a failed creation stands against the task, so that it may be deleted and created anew. */
	isRemains?: boolean;
}

/** How all migrations of a run are done. */
export interface RunSettings extends SendingOptions {
	stopAfter?: StageName;
	acceptAlarms: boolean;
	ifSettingsDiffer: 'report' | 'fail';
	cleanUp: boolean;
	/** Until when a stage may take, in minutes. */
	stageMinutes: number;
	waitFor: 'nothing' | 'replicating' | 'fullTransferComplete';
	waitMinutes: number;
}

/** What the stages work with. */
export interface RunContext {
	client: ApiClient;
	settings: RunSettings;
	/** Tasks a query, and queries at the same time. */
	queries: { batchSize: number; concurrency: number };
}

/** One stage: whom it concerns, and what it does with all of them at once. */
export interface Stage {
	name: StageName;
	concerns(migration: Migration, settings: RunSettings): boolean;
	/** Does the work. Whoever cannot go on is dropped by `drop`. */
	run(context: RunContext, migrations: readonly Migration[]): Promise<void>;
}

/** Takes a migration out of the run: it goes no further than this stage. */
export function drop(migration: Migration, stage: StageName, failure: Failure): void {
	migration.failure = { ...failure, stage };
}

/** @returns the migrations that are still on their way. */
export const onTheWay = (migrations: readonly Migration[]): Migration[] =>
	migrations.filter(({ failure }) => failure === undefined);

const MINUTE = 60_000;

/** @returns the moment until which something may take, in ms since 1970. */
export const deadlineIn = (client: ApiClient, minutes: number): number =>
	client.now() + minutes * MINUTE;
