import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../../../../../shared/batch/concurrency';
import { listTasks } from '../../../../../shared/drs/listTasks';
import type { TaskGroup } from '../../../../../shared/drs/taskPages';
import { queryTasks } from '../../../../../shared/drs/query';
import { hasBeenCreated, PAUSED, STOPPED } from '../../../../../shared/drs/statuses';
import { recordsIn } from '../../../../../shared/values/json';
import { toJson } from '../../../../../shared/values/toJson';
import { readText } from '../../../../../shared/values/read';
import {
	findDifferences,
	strangerFailure,
	toWords,
	type Difference,
} from '../../../../../shared/drs/differences';
import { findTaskByName } from '../../../../../shared/drs/findTask';
import { nameKey } from '../../../../../shared/drs/nameKey';
import { createTasks } from '../../../../../shared/drs/createTasks';
import { findParts } from '../parts';
import { holdUnsettled } from '../holdUnsettled';
import {
	drop,
	onTheWay,
	type Migration,
	type RunContext,
	type RunSettings,
	type Stage,
} from '../migration';
import { fetchFailedReasons } from '../../../../../shared/drs/failedReason';
import { DETAILS } from '../../../../../shared/drs/queries/details';

const STAGE = 'create';

/** Up to so many tasks are looked up by name; for more, the lists are read as a whole. */
const FEW = 5;

/** Takes a task that is there for that of a migration. */
function adopt(migration: Migration, task: object): void {
	const { id, status } = task as IDataObject;
	migration.id = readText(id) ?? '';
	migration.status = readText(status) ?? '';
}

async function findByName(
	{ client, settings }: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	await mapConcurrently(migrations, settings.concurrency, async (migration) => {
		const found = await findTaskByName(client, migration.plan.task.body);
		if (!found.ok) drop(migration, STAGE, found.failure);
		else if (found.value.task) adopt(migration, found.value.task);
	});
}

/** Reads one list per scenario and engine. */
async function findInLists(
	{ client, settings }: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	const groups = new Map(
		migrations.map(({ plan }) => {
			const { db_use_type: useType, engine_type: engine } = plan.task.body;
			return [`${useType} ${engine}`, { db_use_type: useType, engine_type: engine } as TaskGroup];
		}),
	);
	const limits = { most: Infinity, concurrency: settings.concurrency };
	const listed = await listTasks(client, [...groups.values()], {}, limits);
	const byName = new Map(
		(listed.ok ? listed.value : []).map((task) => [nameKey(readText(task.name) ?? ''), task]),
	);
	for (const migration of migrations) {
		const task = byName.get(migration.plan.task.key);
		if (!listed.ok) drop(migration, STAGE, listed.failure);
		else if (task) adopt(migration, task);
	}
}

/** @returns the differences that the output of a creation tells of. */
const readDifferences = (value: unknown): Difference[] =>
	recordsIn(value).map(({ field, requested, existing }) => ({
		field: String(field),
		requested,
		existing,
	}));

/** Notes how a task that was there already differs from what the item asks for, and drops the migration if it must not. */
function noteDifferences(
	migration: Migration,
	differences: readonly Difference[],
	{ ifSettingsDiffer }: RunSettings,
): void {
	const { facts, plan, id } = migration;
	facts.already_existed = true;
	facts.differences = differences.map(toJson);
	const stranger = strangerFailure(plan.task.body, id, differences);
	if (stranger) {
		drop(migration, STAGE, stranger);
		return;
	}
	if (differences.length === 0 || ifSettingsDiffer === 'report') return;
	drop(migration, STAGE, {
		message: `Task "${plan.task.body.name}": exists with other settings: ${differences.map(toWords).join(', ')}`,
		description:
			'Rename the item, change its settings to those of the task, or set the option "If Settings Differ" to "Continue and Report".',
		jobId: id,
		details: { differences: facts.differences },
	});
}

async function compareSettings(
	{ client, settings, queries }: RunContext,
	existing: readonly Migration[],
): Promise<void> {
	const details = await queryTasks(
		client,
		DETAILS,
		existing.map(({ id }) => id),
		queries,
	);
	for (const migration of existing) {
		const task = details.get(migration.id);
		if (task?.ok) {
			const differences = findDifferences(migration.plan.task.body, task.value);
			noteDifferences(migration, differences, settings);
		} else if (task) {
			drop(migration, STAGE, task.failure);
			/** It is found again at the next turn, and compared then. */
			if (migration.waits) migration.id = '';
		}
	}
}

async function createMissing(context: RunContext, missing: readonly Migration[]): Promise<void> {
	const created = await createTasks(
		context.client,
		missing.map(({ plan }) => plan.task),
		{ ...context.settings, ifTaskExists: 'return', requestFormat: 'batch' },
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
			noteDifferences(migration, readDifferences(differences), context.settings);
		}
	}
}

/** Why a task that exists cannot be brought any further. */
const DEAD_ENDS: ReadonlyArray<[statuses: readonly string[], what: string, remedy: string]> = [
	[
		['CREATE_FAILED'],
		'its creation failed',
		'Delete the task (Task → Delete, or the option "Clean Up Failed Tasks") and run again.',
	],
	[
		STOPPED,
		'was stopped',
		'A stopped task cannot be started again. Delete it, or give the item another name.',
	],
	[['RELEASE_RESOURCE_FAILED'], 'could not be stopped', 'Stop it again, or contact support.'],
	[PAUSED, 'is paused', 'Resume it with Task → Resume, then run again.'],
];

async function dropDeadEnds(context: RunContext, migrations: readonly Migration[]): Promise<void> {
	const broken = migrations.filter(({ status }) => status === 'CREATE_FAILED');
	const reasons = await fetchFailedReasons(
		context.client,
		broken.map(({ id }) => id),
		context.queries,
	);
	for (const migration of migrations) {
		const deadEnd = DEAD_ENDS.find(([statuses]) => statuses.includes(migration.status));
		if (!deadEnd) continue;
		const [, what, remedy] = deadEnd;
		const reason = reasons.get(migration.id);
		drop(migration, STAGE, {
			message: `Task "${migration.plan.task.body.name}": ${what}${reason ? `: ${reason}` : ''}`,
			description: remedy,
			jobId: migration.id,
		});
		migration.isRemains = migration.status === 'CREATE_FAILED';
	}
}

/** Creates the tasks, or finds those that an earlier run created; they are through when they can be configured. */
export const create: Stage = {
	name: STAGE,
	concerns: () => true,
	async run(context, migrations) {
		const unknown = migrations.filter(({ id }) => id === '');
		const find = unknown.length > FEW ? findInLists : findByName;
		await find(context, unknown);
		await compareSettings(
			context,
			onTheWay(unknown).filter(({ id }) => id !== ''),
		);
		await createMissing(
			context,
			onTheWay(unknown).filter(({ id }) => id === ''),
		);
		const created = onTheWay(migrations);
		await holdUnsettled(context, STAGE, created, {
			goal: () => 'its creation',
			isSettled: ({ status }) => hasBeenCreated(status),
		});
		await dropDeadEnds(context, onTheWay(created));
		await findParts(context, onTheWay(created));
	},
};
