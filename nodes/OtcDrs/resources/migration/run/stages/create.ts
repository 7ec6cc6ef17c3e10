import type { IDataObject } from 'n8n-workflow';
import { queryTasks } from '../../../../../shared/drs/query';
import { hasBeenCreated } from '../../../../../shared/drs/statuses';
import { recordsIn } from '../../../../../shared/values/json';
import { toJson } from '../../../../../shared/values/toJson';
import { readText } from '../../../../../shared/values/read';
import {
	differingFailure,
	findDifferences,
	strangerFailure,
	type Difference,
} from '../../../../../shared/drs/differences';
import { deadEndOf } from '../../../../../shared/drs/deadEnds';
import { findTasks } from '../../../../../shared/drs/findTasks';
import type { CreateEntry } from '../../../../../shared/drs/createEntry';
import { createTasks } from '../../../../../shared/drs/createTasks';
import { findParts } from '../parts';
import { holdUnsettled } from '../holdUnsettled';
import {
	changing,
	drop,
	onTheWay,
	reading,
	type Migration,
	type RunContext,
	type Stage,
} from '../migration';
import { fetchFailedReasons } from '../../../../../shared/drs/failedReason';
import { DETAILS } from '../../../../../shared/drs/queries/details';
import { STATUS } from '../../../../../shared/drs/queries/status';

const STAGE = 'create';

/** Takes a task that is there for that of a migration. */
function adopt(migration: Migration, task: object): void {
	const { id, status } = task as IDataObject;
	migration.id = readText(id) ?? '';
	migration.status = readText(status) ?? '';
}

/** Finds the tasks that an earlier run, or somebody else, has made. */
async function find(
	{ client, settings }: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	const bodies = migrations.map(({ plan }) => plan.task.body);
	const found = await findTasks(client, bodies, settings.concurrency);
	migrations.forEach((migration, index) => {
		const outcome = found[index];
		if (!outcome.ok) drop(migration, STAGE, outcome.failure);
		else if (outcome.value) adopt(migration, outcome.value);
	});
}

/** @returns the differences that the output of a creation tells of. */
const readDifferences = (value: unknown): Difference[] =>
	recordsIn(value).map(({ field, requested, existing }) => ({
		field: String(field),
		requested,
		existing,
	}));

/** Notes how a task that was there already differs from what the item asks for, and drops the migration if it must not. */
function noteDifferences(migration: Migration, differences: readonly Difference[]): void {
	const { facts, plan, id } = migration;
	facts.already_existed = true;
	facts.differences = differences.map(toJson);
	const stranger = strangerFailure(plan.task.body, id, differences);
	if (stranger) {
		drop(migration, STAGE, stranger);
		return;
	}
	if (differences.length === 0 || plan.settings.ifSettingsDiffer === 'report') return;
	drop(migration, STAGE, differingFailure(plan.task.body, id, differences));
}

async function compareSettings(
	{ client, queries }: RunContext,
	existing: readonly Migration[],
): Promise<void> {
	const details = await queryTasks(
		client,
		DETAILS,
		existing.map(({ id }) => id),
		{ ...queries, areListed: true },
	);
	for (const migration of existing) {
		const task = details.get(migration.id);
		if (task?.ok) {
			const differences = findDifferences(migration.plan.task.body, task.value);
			noteDifferences(migration, differences);
		} else if (task) {
			drop(migration, STAGE, task.failure);
			/** It is found again at the next turn, and compared then. */
			if (migration.waits) migration.id = '';
		}
	}
}

/** Creates the tasks; one that somebody else has created meanwhile is taken over, unless the plan is agreed to. */
async function createMissing(context: RunContext, missing: readonly Migration[]): Promise<void> {
	const created = await createTasks(
		context.client,
		missing.map(
			({ plan }): CreateEntry => ({
				...plan.task,
				ifTaskExists: plan.isBound === true ? 'fail' : 'return',
			}),
		),
		{ ...context.settings, requestFormat: 'batch' },
	);
	for (const migration of missing) {
		const outcome = created.get(migration.plan.task.key);
		if (!outcome?.ok) {
			if (outcome) drop(migration, STAGE, outcome.failure);
			continue;
		}
		adopt(migration, outcome.value);
		const { already_existed: existed, differences } = outcome.value;
		migration.facts.already_existed = existed === true;
		if (existed === true) {
			noteDifferences(migration, readDifferences(differences));
		}
	}
}

async function dropDeadEnds(context: RunContext, migrations: readonly Migration[]): Promise<void> {
	const broken = migrations.filter(({ status }) => status === 'CREATE_FAILED');
	const reasons = await fetchFailedReasons(
		context.client,
		broken.map(({ id }) => id),
		context.queries,
	);
	for (const migration of migrations) {
		const deadEnd = deadEndOf(migration.status);
		if (!deadEnd) continue;
		const reason = reasons.get(migration.id);
		drop(migration, STAGE, {
			message: `Task "${migration.plan.task.body.name}": ${deadEnd.what}${reason ? `: ${reason}` : ''}`,
			description: deadEnd.remedy,
			jobId: migration.id,
		});
		migration.isRemains = migration.status === 'CREATE_FAILED';
	}
}

/** Creates the tasks, or finds those that an earlier run created; they are through when they can be configured. */
export const create: Stage = {
	name: STAGE,
	concerns: () => true,
	requests: () => [changing('batch-creation'), reading(STATUS.path)],
	async run(context, migrations) {
		const unknown = migrations.filter(({ id }) => id === '');
		await find(context, unknown);
		await compareSettings(
			context,
			onTheWay(unknown).filter(({ id }) => id !== ''),
		);
		const missing = onTheWay(unknown).filter(({ id }) => id === '');
		await createMissing(context, missing);
		const created = onTheWay(migrations);
		await holdUnsettled(context, STAGE, created, {
			goal: () => 'its creation',
			isSettled: ({ status }) => hasBeenCreated(status),
		});
		await dropDeadEnds(context, onTheWay(created));
		await findParts(context, onTheWay(created));
	},
};
